import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
    // Only the making of JSON schemas asks for the whole of zod with its words in fifty languages, 330 KB, and no function makes any while it runs.
    external: ['zod/v4/core'],
    // Whoever imports Node's http as a module has all its names read, those of fetch among them, for which Node loads the whole of undici: a sixth of a start with the tracer.
    alias: { 'node:http': './infra/required-http.cjs' },
    banner: { js: banner },
    logLevel: 'warning',
  })
  for (const [at, file] of Object.entries(carries)) {
    mkdirSync(dirname(join(directory, at)), { recursive: true })
    cpSync(join(root, file), join(directory, at))
  }
}

/** Bytes of the modules of a bundle that are loaded before a function can answer: its own and what that imports at once. `early` names parts that are loaded then too. */
export function bytesAtStart(directory: string, ...early: string[]): number {
  const parts = readdirSync(directory).filter((file) => early.some((name) => file.startsWith(`${name}-`) && file.endsWith('.mjs')))
  const needed = new Set([`${bundled}.mjs`, ...parts])
  let bytes = 0
  for (const file of needed) {
    const code = readFileSync(join(directory, file), 'utf8')
    bytes += Buffer.byteLength(code)
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) needed.add(imported)
  }
  return bytes
}
