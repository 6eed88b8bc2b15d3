import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocal } from '../../infra/local/start.ts'
import { buildWorld } from './world.ts'

/** The world of the journeys, standing until it is stopped, with the pages as they are being written. Its file is for `JOURNEYS_WORLD`. */
const dataDir = mkdtempSync(join(tmpdir(), 'journeys-'))
const local = await startLocal({ dataDir, development: true, quiet: true })
const world = await buildWorld(local)
const file = process.argv[2] ?? join(dataDir, 'world.json')
writeFileSync(file, JSON.stringify(world))
process.stdout.write(`${world.origin}/app/\nJOURNEYS_WORLD=${file}\n`)
process.once('SIGINT', () => local.stop().then(() => process.exit(0))).once('SIGTERM', () => local.stop().then(() => process.exit(0)))
