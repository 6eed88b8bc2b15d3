import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { weigh } from './bundle.ts'
import { examples } from './stacks/checks/reading.ts'
import { build } from './synthesise.ts'

const run = promisify(execFile)
const place = mkdtempSync(join(tmpdir(), 'shuren-bundle-'))
const directories = new Map<string, string>()

// As a deployment makes them; far from the repository nothing can be fetched from its packages, as in the cloud.
beforeAll(() => {
  const { app, stack } = build(examples.aws, { bundling: true, app: { outdir: place } })
  const { template } = app.synth().getStackByName(stack.stackName)
  for (const [id, { Properties, Metadata }] of Object.entries<{
    Properties?: { Code?: { S3Key?: string } }
    Metadata?: Record<string, string>
  }>(template.Resources))
    if (Metadata?.['shuren:entry']) directories.set(id, join(place, `asset.${Properties?.Code?.S3Key?.replace('.zip', '')}`))
}, 120_000)
afterAll(() => rmSync(place, { recursive: true }))

/** Bytes that each function may load before it can answer, with the tracer; of the API, for whose answers people wait, also until any one of them, and in all. */
const budgets = {
  ApiFunction: { atStart: 700_000, answering: 1_200_000, whole: 2_400_000 },
  StreamFunction: { atStart: 950_000 },
  WorkflowFunction: { atStart: 900_000 },
}

describe('the module that is deployed', () => {
  test('is another one for each function', () => {
    expect([...directories.keys()].sort()).toEqual(Object.keys(budgets).sort())
    expect(new Set(directories.values()).size).toBe(directories.size)
  })
  test.each(Object.entries(budgets))(
    '%s: loads by itself, within its budget, and has a handler',
    async (id, budget) => {
      const directory = directories.get(id) ?? ''
      const { atStart, answering, whole } = weigh(directory, 'tracing')
      const measured = { atStart, answering: answering.bytes, whole }
      for (const [what, most] of Object.entries(budget)) expect(measured[what as keyof typeof measured], what).toBeLessThan(most)
      // A start is not all there is: a way of counting that finds no parts would keep to every budget.
      expect(answering.bytes).toBeGreaterThan(atStart)
      expect(whole).toBeGreaterThan(answering.bytes)
      expect(existsSync(join(directory, 'index.mjs.map'))).toBe(true)
      expect(existsSync(join(directory, 'fonts'))).toBe(id === 'StreamFunction')
      const loaded = `process.moduleLoadList.some((part) => part.endsWith('/undici'))`
      const ask = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(directory, 'index.mjs')).href)}); process.stdout.write(typeof handler + ' ' + ${loaded})`
      for (const traced of ['false', 'true']) {
        const env = { ...process.env, POWERTOOLS_TRACE_ENABLED: traced }
        const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', ask], { cwd: place, env })
        // What fetch needs of Node is loaded by the first request that needs it.
        expect(stdout).toBe('function false')
      }
    },
    60_000,
  )
  test.each(Object.keys(budgets))('%s: each part that it loads when asked loads by itself too', async (id) => {
    const directory = directories.get(id) ?? ''
    const parts = readdirSync(directory).filter((file) => file.endsWith('.mjs'))
    expect(parts.length).toBeGreaterThan(1)
    const ask = `for (const part of ${JSON.stringify(parts.map((part) => pathToFileURL(join(directory, part)).href))}) await import(part)`
    await run(process.execPath, ['--input-type=module', '--eval', ask], { cwd: place })
  })
})
