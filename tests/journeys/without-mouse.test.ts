import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { endVisits, theBrowser, type Visit, visit } from './browser.ts'

const { origin } = inject('world')
let browser: Browser
let desk: Visit
beforeAll(async () => {
  browser = await theBrowser()
  desk = await visit(browser, { baseURL: origin })
  // A page of the site lets no script run that is written into it.
  await desk.page.goto('about:blank')
}, 60_000)
afterAll(endVisits)

/** A page of its own making, which writes down what pressed its parts: no detail in a click means a key. */
const shown = (body: string) =>
  desk.page.setContent(
    `<main>${body}</main><script>window.pressed = []; addEventListener('click', (e) => pressed.push([e.target.id, e.detail]))</script>`,
  )
const pressed = () => desk.page.evaluate(() => (window as unknown as { pressed: unknown[] }).pressed)

test('whoever sits at a desk presses by keys, once or twice, and ticks by keys', async () => {
  await shown('<a href="#x">x</a><button id="one">One</button><label>Two <input type="checkbox" id="two"></label>')
  await desk.page.getByRole('button', { name: 'One' }).click()
  await desk.page.getByRole('button', { name: 'One' }).dblclick()
  await desk.page.getByLabel('Two').check()
  expect(await pressed()).toEqual([
    ['one', 0],
    ['one', 0],
    ['one', 0],
    ['two', 0],
  ])
})

test('of a set, only one of which takes Tab, the others are reached by arrows', async () => {
  await shown(
    '<button>x</button><label>A <input type="radio" name="r" id="a" checked></label><label>B <input type="radio" name="r" id="b"></label>',
  )
  await desk.page.getByLabel('B').check()
  expect(await desk.page.getByLabel('B').isChecked()).toBe(true)
})

test.each([
  ['takes no focus', '<button>x</button><div id="one" onclick="1">One</div>'],
  ['is passed over by Tab', '<button>x</button><button id="one" tabindex="-1">One</button><button>y</button>'],
  ['is behind something that keeps the focus', '<button onkeydown="event.preventDefault()">x</button><button id="one">One</button>'],
])('what only a mouse could press is no way: it %s', async (_, body) => {
  await shown(body)
  await expect(desk.page.getByText('One').click({ timeout: 2000 })).rejects.toThrow(/no way by keys/)
  expect(await pressed()).toEqual([])
})
