import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashOf } from '../../functions/aws/chain.ts'
import { allTemplates } from '../../shared/templates/index.ts'
import { type Published, strayed, written } from '../../shared/templates/published.ts'

/**
 * Writes down what each version of a template is, so that a change in place is noticed. Versions that were released are never written anew: `--release`, when
 * the platform is handed to users, makes all of today's such.
 */
const file = fileURLToPath(new URL('../../shared/templates/published.json', import.meta.url))

export const publishedThen = (): Published => JSON.parse(readFileSync(file, 'utf8')) as Published
/** With the defaults that the schema fills in: a batch runs by these too. */
export const publishedNow = (): Record<string, string> =>
  Object.fromEntries(allTemplates().map((template) => [`${template.key}@${template.version}`, hashOf(template)]))

function main(): number {
  const [then, now] = [publishedThen(), publishedNow()]
  const refused = strayed({ ...then, unreleased: now }, now)
  for (const line of refused) process.stderr.write(`${line}\n`)
  if (refused.length > 0) return 1
  for (const line of strayed(then, now)) process.stdout.write(`${line.split(' ', 1)} is written down as it is now\n`)
  writeFileSync(file, `${JSON.stringify(written(then, now, process.argv.includes('--release')), null, 2)}\n`)
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main()
