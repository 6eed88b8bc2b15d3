import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page as it stands, or `within` a part of it, one line per element, by all rules of the standards or by some `rules` alone. An empty list is what every page must give.
 * A target that something fixed to the window lies over is measured once more where a person would scroll it to: free of it.
 */
export async function axeFindings(page: Page, rules?: readonly string[], within = 'html'): Promise<string[]> {
  await bringAxe(page)
  const asked = rules ? { type: 'rule', values: rules } : standards
  return page.evaluate(
    async ([only, part]) => {
      type Found = { target: string[]; failureSummary?: string }
      type Violation = { id: string; help: string; nodes: Found[] }
      const { axe } = window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> } }
      // No rule of these needs the style sheets fetched once more.
      const { violations } = await axe.run(part === 'html' ? document : document.querySelector(part), {
        runOnly: only,
        resultTypes: ['violations'],
        preload: false,
      })
      const staysSmall = async ({ target: [selector = ''] }: Found) => {
        const element = document.querySelector(selector)
        const { scrollX, scrollY } = window
        element?.scrollIntoView({ block: 'center', behavior: 'instant' })
        const again = await axe.run(element ?? document, { runOnly: { type: 'rule', values: ['target-size'] }, preload: false })
        window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
        return again.violations.some(({ nodes }) => nodes.some(({ target }) => target[0] === selector))
      }
      const lines: string[] = []
      for (const { id, help, nodes } of violations) {
        for (const node of nodes) {
          const why = (node.failureSummary ?? '').replace(/\s+/g, ' ')
          if (id === 'target-size' && why.includes('partially obscured') && !(await staysSmall(node))) continue
          lines.push(`${id}: ${help} — ${JSON.stringify(node.target)} ${why.slice(0, 240)}`)
        }
      }
      return lines
    },
    [asked, within] as const,
  )
}

/**
 * Brings axe into the page. To send it half a megabyte takes longer than to run it, and every document needs it anew: so it is sent once, in letters of one byte,
 * and stays in the storage of the tab's session, which outlasts its documents.
 */
async function bringAxe(page: Page): Promise<void> {
  const brought = () =>
    page.evaluate<boolean>("'axe' in window || (sessionStorage.axe && (window.eval(sessionStorage.axe), 'axe' in window))")
  if (await brought()) return
  const tools = await page.context().newCDPSession(page)
  await tools.send('Runtime.evaluate', { expression: `sessionStorage.axe = ${JSON.stringify(axe())}` })
  await tools.detach()
  await brought()
}
let read: string | undefined
function axe(): string {
  read ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replace(
    /[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return read
}
