import { ensureBuilt } from './web.ts'

await ensureBuilt((text) => process.stdout.write(`${text}\n`))
