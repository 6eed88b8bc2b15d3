import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { type Device, endVisits, faults, theBrowser } from './browser.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const count = 1000
afterAll(endVisits)

/** A list of the host with so many rows, each with an id and a name of its own. */
async function manyRows(page: Page): Promise<void> {
  type Listed = { rows: { id: string; summary: { title: string } }[] }
  await page.route('**/submissions?**', async (route) => {
    const answer = await route.fetch()
    const [row] = ((await answer.json()) as Listed).rows
    const rows = Array.from({ length: count }, (_, i) => ({
      ...row,
      id: `01J0000000000000000000${String(i).padStart(4, '0')}`,
      summary: { ...row?.summary, title: `第${i + 1}项申报` },
    }))
    await route.fulfill({ response: answer, json: { rows } })
  })
}

/** Places of the window, from top to bottom, in which the list stands without a row, in the very frame that shows where one has jumped to. */
const emptyAfter = (page: Page, part: number): Promise<number[]> =>
  page.evaluate(
    (how) =>
      new Promise<number[]>((resolve) => {
        // From a task, as a browser scrolls by itself: what is done in the frame before would be painted before anybody hears of it.
        setTimeout(() => {
          scrollTo(0, how * (document.documentElement.scrollHeight - innerHeight))
          requestAnimationFrame(() => {
            const table = document.querySelector('table.table')?.getBoundingClientRect()
            const empty: number[] = []
            if (!table) return resolve([-1])
            const from = Math.max(table.top + 60, 80)
            for (let y = from; y < Math.min(table.bottom - 5, innerHeight); y += 20)
              if (!document.elementFromPoint(table.left + table.width / 2, y)?.closest('tr[data-row]')) empty.push(Math.round(y))
            resolve(empty)
          })
        })
      }),
    part,
  )

test.each(['desktop', 'phone'] as const)(
  'a long list shows rows wherever one jumps to, in the frame in which one is there, on a %s',
  async (device: Device) => {
    const visited = await visitAs(await theBrowser(), world.origin, world.national, { device })
    const { page } = visited
    await manyRows(page)
    await open(visited, `/batches/${world.batch}/submissions`)
    const row = (index: number) => page.locator(`tr[aria-rowindex="${index + 1}"]`)
    await row(1).waitFor()
    expect(await page.locator('table').first().getAttribute('aria-rowcount')).toBe(String(count + 1))
    expect(await page.locator('tr[data-row]').count()).toBeLessThan(count / 2)
    await row(1).locator('a').first().focus()
    for (const part of [0.5, 0.9, 0.1, 1, 0.33, 0.34, 0]) expect([part, await emptyAfter(page, part)]).toEqual([part, []])
    expect(await faults(visited, 'zh', people)).toEqual([])
    // Whoever had the focus in the list has it still, and what is not drawn is ruled as a list.
    await emptyAfter(page, 1)
    await row(count).getByText(`第${count}项申报`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))).toBe('2')
    const ground = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundImage)
    expect([await ground('.table-long'), await ground('.table-gap')]).toEqual([expect.stringContaining('linear-gradient'), 'none'])
    // What is far away is height again, once there is time: a list that one has been through is no longer than it was.
    await expect.poll(() => page.locator('tr[data-row]').count()).toBeLessThan(count / 4)
    await visited.close()
  },
)
