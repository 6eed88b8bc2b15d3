import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import S3rver, { type Middleware } from '@20minutes/s3rver'
import FilesystemStore from '@20minutes/s3rver/lib/stores/filesystem.js'
import { fits } from './pattern.ts'
import type { Stored } from './site.ts'

type Cors = {
  CorsRules: { AllowedHeaders?: string[]; AllowedMethods: string[]; AllowedOrigins: string[]; ExposedHeaders?: string[]; MaxAge?: number }[]
}
type Notification = { Event: string; Queue: string; Filter?: { S3Key: { Rules: { Name: string; Value: string }[] } } }
export type BucketDefinition = { name: string; cors?: Cors; notifications: Notification[] }
type Arrival = { Records: { eventName: string; s3: { bucket: { name: string }; object: { key: string } } }[] }

const element = (name: string, values: readonly (string | number)[] = []) => values.map((value) => `<${name}>${value}</${name}>`).join('')

function corsXml({ CorsRules }: Cors): string {
  const rules = CorsRules.map(
    (rule) =>
      `<CORSRule>${element('AllowedOrigin', rule.AllowedOrigins)}${element('AllowedMethod', rule.AllowedMethods)}${element('AllowedHeader', rule.AllowedHeaders)}` +
      `${element('ExposeHeader', rule.ExposedHeaders)}${element('MaxAgeSeconds', rule.MaxAge === undefined ? [] : [rule.MaxAge])}</CORSRule>`,
  )
  return `<CORSConfiguration>${rules.join('')}</CORSConfiguration>`
}

/** Whether a bucket tells this of its objects: by kind (`s3:ObjectCreated:*`) and by the beginning and end of the key. */
export function tells({ Event, Filter }: Notification, eventName: string, key: string): boolean {
  const kind = Event.replace(/^s3:/, '').replace(/\*$/, '')
  if (!eventName.startsWith(kind)) return false
  return (Filter?.S3Key.Rules ?? []).every(({ Name, Value }) =>
    Name.toLowerCase() === 'prefix' ? fits([{ prefix: Value }], key) : key.endsWith(Value),
  )
}

/**
 * The store answers before a small object is on the disk, and when a folder has become empty it takes it away with whatever is being written
 * into it at that moment: uploads that come together would be lost. Here an object is written whole before the answer, and folders stay.
 */
function loseNothing(): void {
  const kept = FilesystemStore.prototype.putContent
  FilesystemStore.prototype.putContent = async function (path, content) {
    if (!Buffer.isBuffer(content)) return kept.call(this, path, content)
    await writeFile(path, content)
    return [content.length, createHash('md5').update(content).digest('hex')]
  }
  FilesystemStore.prototype.deleteObject = async function (bucket, key) {
    const parts = ['object', 'object.md5', 'metadata.json'].map((part) => rm(this.getResourcePath(bucket, key, part), { force: true }))
    await Promise.all(parts)
  }
}
loseNothing()

/**
 * The store knows no end of an upload in parts but its joining: it refuses to abort one, takes parts for one that has ended, and fails when that is joined. In front of it,
 * an abort takes the parts away, and whatever is asked of an upload that is not there is told so, as in the cloud.
 */
const endUploads =
  (directory: string): Middleware =>
  async (ctx, next) => {
    const { uploadId } = ctx.query
    if (typeof uploadId !== 'string' || !/^[0-9a-f]{32}$/.test(uploadId) || ctx.method === 'OPTIONS') return next()
    const [bucket = ''] = ctx.path.split('/').filter(Boolean)
    const parts = join(new FilesystemStore(directory).getResourcePath(bucket, '', 'uploads'), uploadId)
    ctx.set('access-control-allow-origin', '*')
    if (!existsSync(parts)) {
      ctx.status = 404
      ctx.type = 'application/xml'
      ctx.body = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchUpload</Code><Message>The upload has ended.</Message></Error>'
      return
    }
    if (ctx.method !== 'DELETE') return next()
    await rm(parts, { recursive: true, force: true })
    ctx.status = 204
  }

export type Buckets = { port: number; stop: () => Promise<void> }

/** The template's buckets as directories, with their rules for browsers; each queue is told of the files it wants to hear of. */
export async function openBuckets(options: {
  directory: string
  port: number
  region: string
  definitions: BucketDefinition[]
  notify: (queueArn: string, body: string) => void
}): Promise<Buckets> {
  const { directory, port, region, definitions, notify } = options
  mkdirSync(directory, { recursive: true })
  const server = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: definitions.map(({ name, cors }) => ({ name, configs: cors ? [corsXml(cors)] : [] })),
  })
  server.middleware.unshift(endUploads(directory))
  server.on('event', (arrival: Arrival) => {
    const [{ eventName = '', s3 } = {}] = arrival.Records
    const bucket = definitions.find(({ name }) => name === s3?.bucket.name)
    const records = arrival.Records.map((record) => ({ ...record, awsRegion: region }))
    for (const notification of bucket?.notifications ?? [])
      if (s3 && tells(notification, eventName, s3.object.key)) notify(notification.Queue, JSON.stringify({ Records: records }))
  })
  const { port: taken } = await server.run()
  return {
    port: taken,
    stop: async () => {
      server.httpServer?.closeAllConnections()
      await server.close()
    },
  }
}

/** What a page's reader is told of a stored file, beside its bytes. */
const kept = ['content-type', 'cache-control', 'content-disposition', 'content-language']

/** Reads a file from the buckets; nothing when it is not there. */
export const objectsOf =
  (origin: string) =>
  async (bucket: string, key: string): Promise<Stored | undefined> => {
    const response = await fetch(`${origin}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`)
    const body = Buffer.from(await response.arrayBuffer())
    const headers = kept.flatMap((name) => {
      const value = response.headers.get(name)
      return value ? [[name, value] as const] : []
    })
    return response.ok ? { body, headers: Object.fromEntries(headers) } : undefined
  }
