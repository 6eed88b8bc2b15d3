import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from './bundle.ts'

const run = promisify(execFile)
let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'shuren-bundle-'))
})
afterAll(() => rm(place, { recursive: true }))

describe('the module that is deployed', () => {
  // Far from the repository nothing can be fetched from its packages, as in the cloud.
  test.each(['api', 'stream', 'workflow'])(
    '%s: loads by itself and has a handler',
    async (name) => {
      const file = join(place, `${name}.mjs`)
      await writeFile(file, await bundle(`functions/${name}/lambda.ts`))
      const ask = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(typeof handler)`
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', ask], { cwd: place })
      expect(stdout).toBe('function')
    },
    60_000,
  )
})
