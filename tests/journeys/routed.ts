import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { publicPath } from '../../shared/portal/paths.ts'

/** What the router has, read from its files: the pages themselves exist in a browser only. */
export function routed(): string[] {
  const web = fileURLToPath(new URL('../../web/src/', import.meta.url))
  const slices = readdirSync(`${web}pages`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const files = ['app.tsx', ...slices.flatMap(({ name }) => [`pages/${name}/routes.tsx`, `pages/${name}/openings.ts`])]
  const paths = files.flatMap((file) => {
    if (!existsSync(`${web}${file}`)) return []
    const text = readFileSync(`${web}${file}`, 'utf8')
    const named = Object.fromEntries([...text.matchAll(/const (\w+) = '([^']+)'/g)].map(([, word = '', value = '']) => [word, value]))
    const filled = (written: string) => written.replace(/\$\{(\w+)\}/g, (_, word: string) => named[word] ?? '')
    return [...text.matchAll(/\bpath: (?:'([^']+)'|`([^`]+)`|(\w+))/g)].map(
      ([, plain, template, word]) => plain ?? (template ? filled(template) : (named[word ?? ''] ?? `unread: ${word}`)),
    )
  })
  return [...new Set(paths)].sort()
}

/** Addresses of the router that are looked at elsewhere, or never looked at: the components have a journey of their own, and a file's address leads out at once. */
export const elsewhere = [
  '/design',
  '/batches/:batch/submissions/:submission/files/:file',
  '/batches/:batch/units/:organisation/ordered/:key/scan/:file',
]

/** What of the public site is no page to be looked at: files, feeds, and what machines read. */
const filesOfSite = [
  'awardsFile',
  'picture',
  'certificateFile',
  'attachment',
  'searchParts',
  'searchPart',
  'feed',
  'sitemap',
  'sitemapPart',
  'robots',
]
/** The kinds of pages of the public site. */
export const publicKinds = (): string[] =>
  Object.keys(publicPath)
    .filter((kind) => !filesOfSite.includes(kind))
    .sort()
