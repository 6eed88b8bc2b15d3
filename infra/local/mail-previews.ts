import { previews } from '../../functions/mail/previews.ts'
import { mails } from '../../shared/mails/catalogue.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** How the previews are looked at: the width of the reader, in which light, as HTML or as the plain part. */
export type Look = { width: 'phone' | 'desktop'; light: 'light' | 'dark'; part: 'html' | 'text' }
const choices = {
  width: { phone: '手机 Phone', desktop: '电脑 Desktop' },
  light: { light: '浅色 Light', dark: '深色 Dark' },
  part: { html: 'HTML', text: '纯文本 Plain text' },
} as const satisfies { [K in keyof Look]: Record<Look[K], string> }

export function lookOf(query: URLSearchParams): Look {
  const chosen = <K extends keyof Look>(name: K, otherwise: Look[K]): Look[K] => {
    const given = query.get(name)
    return given !== null && Object.hasOwn(choices[name], given) ? (given as Look[K]) : otherwise
  }
  return { width: chosen('width', 'desktop'), light: chosen('light', 'light'), part: chosen('part', 'html') }
}

const addressOf = (look: Look) => `/mailbox/previews?${new URLSearchParams(look)}`

/** Every mail the platform can send, with example data, one below the other; each holds both languages. */
export function previewsBody(look: Look): string {
  const switches = (Object.keys(choices) as (keyof Look)[])
    .map(
      (name) =>
        `<p class="switch">${Object.entries(choices[name])
          .map(([value, label]) =>
            look[name] === value
              ? `<strong aria-current="true">${label}</strong>`
              : `<a href="${escaped(addressOf({ ...look, [name]: value }))}">${label}</a>`,
          )
          .join(' ')}</p>`,
    )
    .join('')
  const all = previews()
  const contents = all.map(({ key, subject }) => `<li><a href="#${key}">${escaped(subject)}</a></li>`).join('')
  const shown = all.map(({ key, subject, text }) => {
    const inside =
      look.part === 'text'
        ? `<pre>${escaped(text)}</pre>`
        : `<iframe class="${look.width}" sandbox loading="lazy" src="/mailbox/previews/${key}.html?light=${look.light}" title="${escaped(`${key}: ${subject}`)}"></iframe>`
    return `<section id="${key}"><h2>${escaped(subject)}</h2><p class="quiet">${key} · ${Object.keys(mails[key].sample).join(', ')}</p>${inside}</section>`
  })
  return (
    `<p><a href="/mailbox">← 邮箱 Mailbox</a></p><h1>邮件样例 Previews</h1><nav aria-label="样例 Looks">${switches}</nav>` +
    `<details><summary>目录 Contents（${all.length}）</summary><ul>${contents}</ul></details>${shown.join('')}`
  )
}

/** One example as it would arrive, in the light that is asked for whatever the device's own is. */
export function previewHtml(path: string, query: URLSearchParams): string | undefined {
  const found = previews().find(({ key }) => path === `/mailbox/previews/${key}.html`)
  if (!found) return undefined
  const { light } = lookOf(query)
  const media = light === 'dark' ? '@media all{' : '@media not all{'
  return found.html.replace('@media (prefers-color-scheme:dark){', media).replaceAll('content="light dark"', `content="${light}"`)
}
