import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, bytesAtStart } from './bundle.ts'

const run = promisify(execFile)
let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'shuren-bundle-'))
})
afterAll(() => rm(place, { recursive: true }))

/** Bytes that each function may load before it can answer. */
const budgets = { api: 1_200_000, stream: 900_000, workflow: 900_000 }

describe('the module that is deployed', () => {
  // Far from the repository nothing can be fetched from its packages, as in the cloud.
  test.each(Object.entries(budgets))(
    '%s: loads by itself, within its budget, and has a handler',
    async (name, budget) => {
      const directory = join(place, name)
      expect(bytesAtStart(bundle(`functions/${name}/lambda.ts`, directory), 'functions/api/tracing.ts')).toBeLessThan(budget)
      expect(existsSync(join(directory, 'index.mjs.map'))).toBe(true)
      const ask = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(directory, 'index.mjs')).href)}); process.stdout.write(typeof handler)`
      for (const traced of ['false', 'true']) {
        const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', ask], {
          cwd: place,
          env: { ...process.env, POWERTOOLS_TRACE_ENABLED: traced },
        })
        expect(stdout).toBe('function')
      }
    },
    60_000,
  )
})
