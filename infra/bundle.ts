import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundled CommonJS packages ask for `require` and for where they lie; a module has neither by itself. */
const banner = [
  "import { createRequire as makeRequire } from 'node:module'",
  'const { filename: __filename, dirname: __dirname } = import.meta',
  'const require = makeRequire(__filename)',
].join(';')

/** The module that Lambda is told to load. */
export const bundled = 'index'

/**
 * What is deployed for an entry, written into a directory: `index.mjs` with everything that every start needs, and beside it the parts that are loaded when they
 * are asked for (`import()`). `carries` names files that the module reads beside itself: where it looks for each, and where it lies in the repository.
 * The one place that knows how functions are bundled: the stack, the bench and the tests all come here.
 */
export function bundle(entry: string, directory: string, carries: Record<string, string> = {}): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: bundled }],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    // Chinese as it is written: as escapes each sign takes twice the bytes, and a start takes no less time.
    charset: 'utf8',
    // Only the making of JSON schemas asks for the whole of zod with its words in fifty languages, 330 KB, and no function makes any while it runs.
    external: ['zod/v4/core'],
    // Whoever imports Node's http as a module has all its names read, those of fetch among them, for which Node loads the whole of undici: a sixth of a start with the tracer.
    alias: {
      'node:http': './infra/required-http.cjs',
      // By its own name, but looked for from here: what signs uploads asks for an older version of its own, and only for the name of a command.
      '@aws-sdk/client-s3': '@aws-sdk/client-s3',
    },
    banner: { js: banner },
    logLevel: 'warning',
  })
  for (const [at, file] of Object.entries(carries)) {
    mkdirSync(dirname(join(directory, at)), { recursive: true })
    cpSync(join(root, file), join(directory, at))
  }
}

/** Some of the modules of a bundle with all that they import at once; what they import when asked (`import()`) stands beside it. */
class Loaded {
  readonly bytes = new Map<string, number>()
  readonly asked = new Set<string>()
  constructor(directory: string, parts: Iterable<string>) {
    const needed = new Set(parts)
    for (const file of needed) {
      const code = readFileSync(join(directory, file), 'utf8')
      this.bytes.set(file, Buffer.byteLength(code))
      for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) needed.add(imported)
      for (const [, imported = ''] of code.matchAll(/import\(\s*"\.\/([^"]+)"\s*\)/g)) this.asked.add(imported)
    }
  }
}

const sum = (all: Iterable<number>) => [...all].reduce((total, each) => total + each, 0)

/** The file in which a part of a bundle was written: what it imports stands before it. */
const writtenIn = (directory: string, part: string) =>
  relative(
    root,
    resolve(directory, (JSON.parse(readFileSync(join(directory, `${part}.map`), 'utf8')) as { sources: string[] }).sources.at(-1) ?? part),
  )

/**
 * Bytes of the modules of a bundle. `atStart`: those that are loaded before a function can answer, its own and what that imports at once; `early` names parts
 * that are loaded then too. `answering`: those, the slice that weighs most, and the heaviest part that a request of that slice brings besides: no request loads
 * more of what is ours, whichever comes first. `whole`: all that is deployed. See docs/decisions/what-is-counted-of-a-bundle.md.
 */
export function weigh(directory: string, ...early: string[]) {
  const files = readdirSync(directory).filter((file) => file.endsWith('.mjs'))
  const start = new Loaded(directory, [`${bundled}.mjs`, ...files.filter((file) => early.some((name) => file.startsWith(`${name}-`)))])
  const withStart = (...parts: string[]) => sum(new Map([...start.bytes, ...new Loaded(directory, parts).bytes]).values())
  const ways = [...start.asked].flatMap((slice) => {
    const own = [...new Loaded(directory, [slice]).asked].filter((part) => !start.asked.has(part))
    return [[slice], ...own.map((part) => [slice, part])]
  })
  const heaviest = ways.map((parts) => ({ parts, bytes: withStart(...parts) })).sort((a, b) => b.bytes - a.bytes)[0]
  return {
    atStart: sum(start.bytes.values()),
    answering: {
      bytes: heaviest?.bytes ?? 0,
      parts: heaviest?.parts.map((part) => writtenIn(directory, part)) ?? [],
    },
    whole: sum(new Loaded(directory, files).bytes.values()),
  }
}
