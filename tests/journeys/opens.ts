import type { JSHandle, Locator, Page } from 'playwright-core'
import type { Language } from '../../shared/text.ts'
import { t as account } from '../../web/src/i18n/account.ts'
import { t as awards } from '../../web/src/i18n/awards.ts'
import { t as setup } from '../../web/src/i18n/batch-setup.ts'
import { t as batches } from '../../web/src/i18n/batches.ts'
import { t as endorsements } from '../../web/src/i18n/endorsements.ts'
import { t as organisations } from '../../web/src/i18n/organisations.ts'
import { t as people } from '../../web/src/i18n/people.ts'
import { t as quotas } from '../../web/src/i18n/quotas.ts'
import { t as reviews } from '../../web/src/i18n/reviews.ts'
import { t as lists } from '../../web/src/i18n/submission-lists.ts'
import { t as submissions } from '../../web/src/i18n/submissions.ts'
import { t as ui } from '../../web/src/i18n/ui-lists.ts'
import { t as watching } from '../../web/src/i18n/watching.ts'
import { axeFindings } from './axe.ts'
import { type Device, dialogsAreDone, elderTarget, overflowing, quiet, resize, smallTargets, untranslated, type Visit } from './browser.ts'
import type { Who } from './places.ts'
import type { World } from './world.ts'

/** Finds in a page what is pressed next, by its role and name in a language. */
type Named = (page: Page, language: Language) => Locator
/** What opens over a page, or comes to stand in it, when somebody acts: what is pressed one after the other, and what then is there. */
type Opens = { what: string; by: Who; press: readonly (Named | { keys: string } | { write: Named; words: string })[]; shows: string }

type Catalogue<Key extends string> = { catalogue: Record<Language, Record<Key, string>> }
const named =
  (role: 'button' | 'checkbox' | 'menuitem' | 'menuitemradio' | 'searchbox' | 'tab' | 'textbox') =>
  <Key extends string>({ catalogue }: Catalogue<Key>, key: Key): Named =>
  (page, language) => {
    // After the words of the catalogue may stand, for those who hear it, what it is about.
    const words = catalogue[language][key].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*')
    return page.getByRole(role, { name: new RegExp(`^${words}(\\s.*)?$`) }).first()
  }
const button = named('button')
const menuitem = named('menuitem')
const tab = named('tab')
const everyRow = named('checkbox')(ui, 'selectAll')
/** By where it stands: what has the name of somebody, or none of its own. */
const at =
  (selector: string): Named =>
  (page) =>
    page.locator(selector).filter({ visible: true }).first()

const dialog = '[role=dialog]'
const menu = '[role=menu]'
const columns = '.chooser-list'
const options = '[role=option]'
const nothing = '.empty'
const search: Named = (page, language) => page.getByLabel(lists.catalogue[language].words, { exact: true })

/** A list of submissions: what its bar opens, and that nothing is found. */
const listOf = (by: Who): Opens[] => [
  { what: 'saved views', by, press: [button(lists, 'views')], shows: menu },
  { what: 'a view to be saved', by, press: [button(lists, 'views'), menuitem(lists, 'saveView')], shows: dialog },
  { what: 'columns', by, press: [at('.chooser > summary')], shows: columns },
  { what: 'nothing found', by, press: [{ write: search, words: '〇〇' }, { keys: 'Enter' }], shows: nothing },
]

/** What opens on each page; what a journey comes to only in its course is looked at there, by `asOpened`. */
export const opensIn = ({ province }: World): Record<string, readonly Opens[]> => ({
  '/': [
    { what: 'units', by: 'province', press: [(page) => page.getByRole('button', { name: province.unit.name }).first()], shows: menu },
    { what: 'account', by: 'province', press: [(page) => page.getByRole('button', { name: province.name }).first()], shows: menu },
    { what: 'to find a page', by: 'province', press: [{ keys: 'Control+k' }], shows: dialog },
  ],
  '/account': [{ what: 'leaving a unit', by: 'university', press: [button(account, 'leave')], shows: dialog }],
  '/awards/:award': [
    { what: 'revoking', by: 'national', press: [button(awards, 'revoke')], shows: dialog },
    { what: 'a post', by: 'awardee', press: [button(awards, 'add')], shows: dialog },
    { what: 'taking a post down', by: 'awardee', press: [button(awards, 'withdraw')], shows: dialog },
  ],
  '/batches/new': [{ what: 'a batch from a template', by: 'national', press: [button(batches, 'create')], shows: dialog }],
  '/batches/:batch': [
    { what: 'pausing', by: 'national', press: [button(batches, 'pause')], shows: dialog },
    { what: 'cancelling', by: 'national', press: [button(batches, 'cancel')], shows: dialog },
    { what: 'extending', by: 'national', press: [button(batches, 'extend')], shows: dialog },
  ],
  '/batches/:batch/list': [
    { what: 'recommending several', by: 'province', press: [everyRow, button(endorsements, 'recommend')], shows: dialog },
    { what: 'returning several', by: 'province', press: [everyRow, button(endorsements, 'giveBack')], shows: dialog },
    { what: 'declining several', by: 'province', press: [everyRow, button(endorsements, 'decline')], shows: dialog },
    { what: 'reminding several', by: 'province', press: [everyRow, button(endorsements, 'remind')], shows: dialog },
    ...listOf('province'),
  ],
  '/batches/:batch/live': [{ what: 'an extension kept ready', by: 'national', press: [button(watching, 'prepareTitle')], shows: dialog }],
  '/batches/:batch/quotas': [
    { what: 'places by ratio', by: 'national', press: [button(quotas, 'ratio')], shows: dialog },
    { what: 'back to the rules', by: 'national', press: [button(quotas, 'backToRules')], shows: dialog },
  ],
  '/batches/:batch/setup': [
    { what: 'a mail', by: 'national', press: [button(setup, 'editMail')], shows: dialog },
    { what: 'discarding', by: 'national', press: [button(batches, 'discard')], shows: dialog },
  ],
  '/batches/:batch/submissions': [
    { what: 'qualifying several', by: 'national', press: [everyRow, button(submissions, 'qualify')], shows: dialog },
    { what: 'disqualifying several', by: 'national', press: [everyRow, button(submissions, 'disqualify')], shows: dialog },
    {
      what: 'units to choose from',
      by: 'national',
      press: [{ write: (page) => page.getByRole('combobox', { name: /./ }).and(page.locator('input')).first(), words: '东部' }],
      shows: options,
    },
    ...listOf('national'),
  ],
  '/batches/:batch/submissions/:submission/check': [
    { what: 'a file', by: 'university', press: [(page) => page.getByRole('button', { name: '演示材料.pdf' }).first()], shows: dialog },
  ],
  '/experts': [
    { what: 'an expert', by: 'national', press: [button(reviews, 'addExpert')], shows: dialog },
    { what: 'an expert’s particulars', by: 'national', press: [button(reviews, 'editExpert')], shows: dialog },
  ],
  '/people': [
    { what: 'inviting', by: 'national', press: [button(people, 'invite')], shows: dialog },
    {
      what: 'what is done about somebody',
      by: 'national',
      press: [(page) => page.getByRole('button', { name: /编辑/ }).first()],
      shows: menu,
    },
    ...(['changeRoles', 'suspend', 'remove'] as const).map((act) => ({
      what: act,
      by: 'national' as const,
      press: [(page: Page) => page.getByRole('button', { name: /编辑/ }).first(), menuitem(people, act)],
      shows: dialog,
    })),
  ],
  '/units': [
    { what: 'a unit', by: 'province', press: [button(organisations, 'enter')], shows: dialog },
    { what: 'further acts', by: 'province', press: [button(organisations, 'more')], shows: menu },
    { what: 'reminding all', by: 'province', press: [tab(organisations, 'accounts'), button(organisations, 'remindAll')], shows: dialog },
  ],
  '/units/:unit': (['change', 'close'] as const).map((act) => ({
    what: `${act} a unit`,
    by: 'province',
    press: [button(organisations, 'more'), menuitem(organisations, act)],
    shows: dialog,
  })),
})

/** Opens something on the page that stands there, looks at it in the widths, and leaves it by Escape: then the focus is where it was. */
export async function looksAtOpened(
  visited: Visit,
  language: Language,
  widths: readonly Device[],
  { press, shows }: Opens,
): Promise<string[]> {
  const { page } = visited
  const shown = page.locator(shows).filter({ visible: true }).first()
  const from: JSHandle[] = []
  for (const each of press) {
    if ('keys' in each) {
      from.push(await page.evaluateHandle(() => document.activeElement))
      await page.keyboard.press(each.keys)
    } else if ('write' in each) {
      const field = each.write(page, language)
      // On a phone what narrows a list waits behind a button.
      if (!(await field.isVisible())) await page.locator('.filters-open').click()
      await field.fill(each.words)
      from.push(await field.evaluateHandle((element) => element))
    } else {
      const place = each(page, language)
      from.push(await place.evaluateHandle((element) => element, undefined))
      if ((await place.getAttribute('type')) === 'checkbox') await place.check()
      else await place.click()
    }
  }
  await shown.waitFor()
  await quiet(page)
  // Where the window is made narrow, what narrows a list is folded away, and what hangs on it too.
  const lines = await asOpened(visited, language, shows === options ? widths.slice(0, 1) : widths, shows)
  if (shows === nothing) return lines
  const within = await shown.evaluate((element) => element.contains(document.activeElement))
  if ((shows === dialog || shows === menu) && !within) lines.push('the focus is not in it')
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'hidden' })
  await page.waitForFunction(dialogsAreDone)
  const back = await Promise.all(from.map((each) => each.evaluate((element) => element === document.activeElement)))
  if (!back.includes(true)) lines.push(`then the focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))}`)
  return lines
}

/**
 * What is open over a page as it stands, in some widths and on a phone in large letters. What lies behind it is not in reach and is left out; what has come into
 * the page is looked at with the page. The width is the first of them again afterwards.
 */
export async function asOpened(
  { page }: Visit,
  language: Language,
  widths: readonly Device[] = ['desktop', 'tablet', 'phone'],
  shows = dialog,
): Promise<string[]> {
  const over = shows === dialog || shows === menu || shows === columns
  const lines = await untranslated(page, language)
  for (const width of widths) {
    await resize(page, width)
    lines.push(...(await overflowing(page)).map((line) => `${width}: ${line}`))
    if (over || width === widths[0])
      lines.push(...(await axeFindings(page, undefined, over ? shows : 'html')).map((line) => `${width}: axe: ${line}`))
    if (width !== 'phone') continue
    await page.evaluate(() => document.documentElement.toggleAttribute('data-elder', true))
    await resize(page, width)
    const large = [...(await overflowing(page)), ...(await smallTargets(page, elderTarget))]
    await page.evaluate(() => document.documentElement.toggleAttribute('data-elder', false))
    lines.push(...large.map((line) => `${width}: large letters: ${line}`))
  }
  await resize(page, widths[0] ?? 'desktop')
  return lines
}
