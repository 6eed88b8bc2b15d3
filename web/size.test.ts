import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../infra/local/web.ts'
import { tooNew } from './browsers.ts'
import { filesOf, sizes } from './size.ts'

const dist = fileURLToPath(new URL('dist', import.meta.url))

describe('the built site', () => {
  beforeAll(() => ensureBuilt(), 120_000)

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

  test('asks for the task list and what it reads with its first, small script, and brings it in few files', () => {
    const html = readFileSync(join(dist, 'app/index.html'), 'utf8')
    const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src)
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/early-/), expect.stringMatching(/^\/assets\/app-/)])
    expect(html).toMatch(/<script type="module" async [^>]*\/assets\/early-/)
    // What it imports it waits for.
    const early = filesOf(dist, ['src/early.ts'])
    expect(early.length).toBeLessThanOrEqual(2)
    expect(early.map((file) => file.replace(/-[\w-]{8}\.js$/, ''))).toEqual(expect.arrayContaining(['assets/early', 'assets/first']))
    const all = filesOf(dist, ['app/index.html', 'src/pages/submissions/submission.tsx'])
    expect(all.length).toBeLessThanOrEqual(23)
    expect(filesOf(dist, ['r/index.html'])).not.toContain(early.find((file) => file.includes('/early-')))
  })

  test('can be read by Chrome 99 and Safari 15.0', () => expect(tooNew(dist)).toEqual([]))

  test('gives published pages files whose names never change', () =>
    expect(readdirSync(join(dist, 'assets'))).toEqual(expect.arrayContaining(['site.css', 'site.js'])))

  test('leaves out the page that shows the components', () =>
    expect(readdirSync(join(dist, 'assets')).filter((name) => /^(design|further|stress|sample-form)/.test(name))).toEqual([]))
})
