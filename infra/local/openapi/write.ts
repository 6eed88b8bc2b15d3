import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openapi } from '../../../functions/api/openapi/document.ts'
import { answersOfRoutes } from './routeAnswers.ts'

/** JSON with a line for each part of an operation: to be compared by people, and not four times as long for its spaces. */
function laidOut(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 3) return JSON.stringify(value)
  const indent = '  '.repeat(depth)
  const lines = Object.entries(value).map(([name, part]) => `${indent}  ${JSON.stringify(name)}: ${laidOut(part, depth + 1)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

/** Writes the interface's document beside the other documents; with `--check` only says whether it is the one that stands there. */
const file = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url))
const document = await openapi(answersOfRoutes())
const text = `${laidOut(document)}\n`
const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods))
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is not what the routes say: npm run openapi\n')
  process.exit(1)
}
process.stdout.write(`docs/openapi.json: ${operations.length} operations under ${Object.keys(document.paths).length} paths\n`)
