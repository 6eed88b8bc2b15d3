import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

type Chunk = {
  file: string
  src?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
  name?: string
}
export type Size = { page: string; bytes: number; budget: number }

/** KB of gzipped script until a page can be used: what it imports from the start, not what it fetches when idle. See the budgets of the screens. */
export const budgets = { public: 30, form: 60, table: 80 } as const

const manifestOf = (dist: string) => JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>

/** The chunks that are imported from the start by some of them, themselves included. */
function closure(manifest: Record<string, Chunk>, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closure(manifest, manifest[key]?.imports ?? [], seen)
  }
  return seen
}

/** The files of script that some chunks are made of: each is asked for by itself. */
export function filesOf(dist: string, keys: readonly string[]): string[] {
  const manifest = manifestOf(dist)
  return [...closure(manifest, keys)].map((key) => manifest[key]?.file ?? `missing: ${key}`)
}

/** Script of every page as built: of the entries by themselves, and of each page of the application together with the entry that brings it. */
export function sizes(dist: string): Size[] {
  const manifest = manifestOf(dist)
  const weight = new Map<string, number>()
  const weigh = (key: string) => {
    const file = manifest[key]?.file ?? ''
    if (!file.endsWith('.js')) return 0
    const known = weight.get(key) ?? gzipSync(readFileSync(join(dist, file))).length
    weight.set(key, known)
    return known
  }
  const total = (keys: readonly string[]) => [...closure(manifest, keys)].reduce((sum, key) => sum + weigh(key), 0)
  /** A page on which a form is filled in: the dialog of a conflict belongs to nothing else. What an office is shown of a form beforehand is a part of its own page. */
  const isForm = (keys: readonly string[]) =>
    !keys.some((key) => key.includes('/previews/')) &&
    [...closure(manifest, keys)].some((key) => manifest[key]?.dynamicImports?.some((each) => each.includes('conflict-dialog')))
  /** What fetches a part of a page when it is wanted; such a part belongs to the same entry. */
  const bringing = (key: string) => Object.values(manifest).filter((each) => each.dynamicImports?.includes(key))
  const entries = Object.entries(manifest).filter(([, chunk]) => chunk.isEntry)
  const found: Size[] = entries.map(([key, chunk]) => ({
    page: key,
    bytes: total([key]),
    budget: chunk.name === 'site' ? budgets.public : budgets.form,
  }))
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isDynamicEntry && /src\/public\/.*\.ts$/.test(chunk.src ?? '')) {
      const site = entries.find(([, each]) => each.name === 'site')
      if (site) found.push({ page: chunk.src ?? key, bytes: total([site[0], key]), budget: budgets.public })
    }
    if (!chunk.isDynamicEntry || !/src\/(pages|shell)\/.*\.tsx$/.test(chunk.src ?? '')) continue
    const behindLink = [chunk, ...bringing(key)].some(({ src }) => /\/link\.tsx$|\/(expert|approver)/.test(src ?? ''))
    const entry = entries.find(([, each]) => each.name === (behindLink ? 'r' : 'app'))
    if (!entry) continue
    found.push({ page: chunk.src ?? key, bytes: total([entry[0], key]), budget: isForm([key]) ? budgets.form : budgets.table })
  }
  return found.sort((a, b) => b.bytes - a.bytes)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = sizes(fileURLToPath(new URL('dist', import.meta.url)))
  for (const { page, bytes, budget } of all) {
    const size = bytes / 1024
    console.log(`${size.toFixed(1).padStart(7)} KB of ${budget}  ${size > budget ? '✗' : ' '} ${page}`)
  }
  if (all.some(({ bytes, budget }) => bytes / 1024 > budget)) process.exitCode = 1
}
