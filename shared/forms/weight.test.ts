import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

/** What a browser loads for a module, in bytes as sent, and the packages in it. */
async function bundled(...modules: string[]) {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: modules.map((module) => `export * from './${module}'`).join('\n'),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome99', 'safari15'],
    write: false,
    metafile: true,
  })
  const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))
  return { packages: [...packages], bytes: gzipSync(outputFiles[0]?.contents ?? '').length }
}

describe('in the browser', () => {
  test('the first checks of a form need no package and weigh little', async () => {
    const { packages, bytes } = await bundled('problems.ts', 'completeness.ts', 'visible.ts', 'paste.ts', 'count.ts')
    expect(packages).toEqual([])
    expect(bytes).toBeLessThan(7_000)
  })
  test('the expression engine comes by itself', async () => {
    const { packages, bytes } = await bundled('expressions.ts')
    expect(packages).toContain('@bufbuild/cel')
    expect(bytes).toBeLessThan(90_000)
  })
})
