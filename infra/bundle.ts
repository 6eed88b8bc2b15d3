import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundling } from './constructs/bundling.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The module that is deployed for an entry, made as the deployment makes it. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}${entry}`],
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: bundling.target,
    mainFields: bundling.mainFields,
    external: bundling.left,
    banner: { js: bundling.banner },
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('\n')
}
