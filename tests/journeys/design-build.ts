import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { preview } from 'vite'

const web = fileURLToPath(new URL('../../web/', import.meta.url))

export type DesignPage = { origin: string; close: () => Promise<void> }

/** The page of all components, which what is deployed does not have: built as for people, only with this page, and served. */
export async function buildDesign(): Promise<DesignPage> {
  const dist = mkdtempSync(join(tmpdir(), 'design-'))
  // A process of its own, because a build under the test runner would count as development.
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', web, '--mode', 'design', '--outDir', dist, '--logLevel', 'error'], {
    env,
    cwd: web,
  })
  const server = await preview({
    configFile: join(web, 'vite.config.ts'),
    mode: 'design',
    logLevel: 'error',
    build: { outDir: dist },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const address = server.httpServer.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const close = async () => {
    await server.close()
    rmSync(dist, { recursive: true, force: true })
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}
