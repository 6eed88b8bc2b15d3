import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocal } from '../../infra/local/start.ts'
import { ensureBuilt } from '../../infra/local/web.ts'
import { buildWorld, type World } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    world: World
  }
}

/**
 * Before the journeys: the pages are built, the whole stack starts with fresh data, and the world is made once for all of them. `JOURNEYS_WORLD` names a file
 * with a world that runs already (`node tests/journeys/stand.ts`), for those who write journeys.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const standing = process.env.JOURNEYS_WORLD
  if (standing) {
    project.provide('world', JSON.parse(readFileSync(standing, 'utf8')) as World)
    return undefined
  }
  await ensureBuilt()
  const dataDir = mkdtempSync(join(tmpdir(), 'journeys-'))
  const local = await startLocal({ dataDir, quiet: true })
  project.provide('world', await buildWorld(local))
  return async () => {
    await local.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
