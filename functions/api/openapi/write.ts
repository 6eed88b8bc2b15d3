import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openapi } from './document.ts'

/** Writes the interface's document beside the other documents; a test holds it against the routes. */
const file = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url))
const document = await openapi()
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`)
const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods))
process.stdout.write(`docs/openapi.json: ${operations.length} operations under ${Object.keys(document.paths).length} paths\n`)
