declare module '@20minutes/s3rver' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:http'

  /** What is used of a request and its answer. */
  type Context = {
    method: string
    path: string
    query: Record<string, string | string[] | undefined>
    status: number
    type: string
    body: unknown
    set: (header: string, value: string) => void
  }
  export type Middleware = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>
  /** What this package says of itself in its README; it brings no types. */
  export default class S3rver extends EventEmitter {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      vhostBuckets: boolean
      configureBuckets: { name: string; configs: string[] }[]
    })
    httpServer?: Server
    middleware: Middleware[]
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
}

declare module '@20minutes/s3rver/lib/stores/filesystem.js' {
  export default class FilesystemStore {
    constructor(directory: string)
    /** Writes the content of an object; answers its size and MD5. */
    getResourcePath(bucket: string, key: string, part: string): string
    deleteObject(bucket: string, key: string): Promise<void>
    putContent(path: string, content: Buffer | NodeJS.ReadableStream): Promise<[number, string]>
  }
}
