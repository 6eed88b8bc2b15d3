import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Stored } from './site.ts'
import { configFile } from './web.ts'

/** In development Vite answers for all files but the published ones; the API and everything else stay as they are. */
export async function developWeb(door: Server, published: (key: string) => Promise<Stored | undefined>) {
  const { createServer } = await import('vite')
  const vite = await createServer({ configFile, server: { middlewareMode: true, hmr: { server: door } }, logLevel: 'warn' })
  door.once('close', () => void vite.close())
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path.startsWith('/api/')) return false
    if (!path.startsWith('/@') && !path.startsWith('/src/') && !path.startsWith('/node_modules/')) {
      const page = await published(path === '/' ? 'index.html' : path.slice(1))
      if (page) {
        response.writeHead(200, page.headers).end(page.body)
        return true
      }
    }
    return new Promise((resolve) => {
      response.once('close', () => resolve(true))
      vite.middlewares(request, response, () => resolve(false))
    })
  }
}
