import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tooNew } from './browsers.ts'
import { sizes } from './size.ts'

const dist = fileURLToPath(new URL('../.local/size-test', import.meta.url))

describe('the built site', () => {
  beforeAll(async () => {
    // A process of its own, because a build under the test runner would count as development.
    const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
    const web = fileURLToPath(new URL('.', import.meta.url))
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [vite, 'build', web, '--outDir', dist, '--logLevel', 'error'], { env, cwd: web })
  }, 120_000)
  afterAll(() => rmSync(dist, { recursive: true, force: true }))

  test('keeps every page within its budget of script', () => {
    const all = sizes(dist)
    expect(all.map(({ page }) => page)).toContain('app/index.html')
    expect(all.filter(({ bytes, budget }) => bytes > budget * 1024)).toEqual([])
  })

  test('has no inline script, style or data address, which its Content-Security-Policy would refuse', () => {
    for (const page of ['app/index.html', 'r/index.html']) {
      const html = readFileSync(join(dist, page), 'utf8')
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|data:/)
    }
    for (const name of readdirSync(join(dist, 'assets')).filter((each) => each.endsWith('.css')))
      expect(readFileSync(join(dist, 'assets', name), 'utf8')).not.toContain('data:')
  })

  test('can be read by Chrome 99 and Safari 15.0', () => expect(tooNew(dist)).toEqual([]))

  test('gives published pages files whose names never change', () =>
    expect(readdirSync(join(dist, 'assets'))).toEqual(expect.arrayContaining(['site.css', 'site.js'])))

  test('leaves out the page that shows the components', () =>
    expect(readdirSync(join(dist, 'assets')).filter((name) => /^(design|further|stress|sample-form)/.test(name))).toEqual([]))
})
