import type { Answered } from './gateway.ts'
import type { Mail, Mails } from './mail.ts'
import { lookOf, previewHtml, previewsBody } from './mail-previews.ts'
import { type ReturnKind, reportOf } from './returns.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 15%, transparent); --accent: #a4161a }
  @media (prefers-color-scheme: dark) { :root { --accent: #ff8f8f } }
  body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem }
  h1 { font-size: 1.4rem; overflow-wrap: anywhere } h2 { font-size: 1rem; margin: 1.8rem 0 .5rem } a { color: var(--accent) } small, .quiet { opacity: .7 }
  form { display: flex; gap: .5rem; margin: 1rem 0 } input { flex: 1; min-width: 0; font: inherit; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .4rem }
  button { font: inherit; white-space: nowrap; padding: .4rem 1rem; border: 1px solid var(--line); border-radius: .4rem; cursor: pointer }
  ol { list-style: none; margin: 0; padding: 0 } ol li { border-top: 1px solid var(--line) }
  ol a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .7rem .2rem; color: inherit; text-decoration: none } ol a:hover { background: var(--line) }
  ol strong { overflow-wrap: anywhere } ol small { white-space: nowrap }
  @media (max-width: 40rem) { ol a { grid-template-columns: 1fr } ol small { order: 1 } } dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { opacity: .7 } dd { margin: 0; overflow-wrap: anywhere }
  iframe { box-sizing: border-box; width: 100%; height: 30rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff } iframe.phone { max-width: 375px; height: 42rem } .switch { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .3rem 0 } .switch > * { padding: .4rem 0 } section { scroll-margin-top: 1rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: .4rem; padding: 1rem }
  ul { padding-left: 1.2rem; overflow-wrap: anywhere }
`

const page = (title: string, body: string): Answered => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'",
  },
  body: Buffer.from(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escaped(title)}</title><style>${style}</style><body><main>${body}</main></body></html>`,
  ),
})

const time = (at: string) =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(new Date(at))

function listPage(mails: Mail[], to: string | undefined): Answered {
  const rows = mails.map(
    (mail) =>
      `<li><a href="/mailbox/${mail.id}"><strong>${escaped(mail.subject)}</strong><small>${time(mail.at)}</small>` +
      `<span class="quiet">${escaped(mail.to.join(', '))}</span></a></li>`,
  )
  const search = `<form><input name="to" type="email" aria-label="收件人 Recipient" placeholder="收件人 Recipient" value="${escaped(to ?? '')}"><button>查找 Find</button></form>`
  const empty = '<p class="quiet">还没有邮件。 No mail yet.</p>'
  return page(
    '邮箱 Mailbox',
    `<h1>邮箱 Mailbox</h1><p class="quiet">本机发出的每一封邮件都在这里。 Every mail sent on this machine.</p>${search}<p><a href="/mailbox/previews">所有邮件的样例 Every mail with example data</a></p>${rows.length > 0 ? `<ol>${rows.join('')}</ol>` : empty}`,
  )
}

/** What may still become of a mail that somebody's invitation hangs on: the office is to see it. */
const returnButtons = (id: number) =>
  `<h2>之后 Afterwards</h2><form method="post" action="/mailbox/${id}/bounce"><button>退信 Let it bounce</button></form>` +
  `<form method="post" action="/mailbox/${id}/complaint"><button>标记为垃圾邮件 Mark as spam</button></form>`

function mailPage(mail: Mail, returns: boolean): Answered {
  const links = mail.links.map((link) => `<li><a href="${escaped(link)}">${escaped(link)}</a></li>`).join('')
  const frame = mail.html
    ? `<h2>HTML</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="/mailbox/${mail.id}.html" title="HTML"></iframe>`
    : ''
  return page(
    mail.subject,
    `<p><a href="/mailbox">← 邮箱 Mailbox</a></p><h1>${escaped(mail.subject)}</h1>` +
      `<dl><dt>收件人 To</dt><dd>${escaped(mail.to.join(', '))}</dd><dt>发件人 From</dt><dd>${escaped(mail.from)}</dd><dt>时间 Time</dt><dd>${time(mail.at)}</dd></dl>` +
      `${links && `<h2>链接 Links</h2><ul>${links}</ul>`}${frame}<h2>纯文本 Plain text</h2><pre>${escaped(mail.text)}</pre>` +
      `${returns ? returnButtons(mail.id) : ''}<p><a href="/mailbox/${mail.id}.eml">原始邮件 Source</a></p>`,
  )
}

const framePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:; frame-ancestors 'self'"
const bytes = (type: string, body: Buffer, policy = "default-src 'none'"): Answered => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': policy },
  body,
})

/** The pages of the mailbox: a list, one mail as it looks and as it reads, its source, and the list as JSON for scripts. */
export function mailbox(mails: Mails, path: string, query: URLSearchParams): Answered | undefined {
  const to = query.get('to') || undefined
  if (path === '/mailbox' || path === '/mailbox/') return listPage(mails.list(to), to)
  if (path === '/mailbox.json')
    return bytes('application/json', Buffer.from(JSON.stringify(mails.list(to, Number(query.get('limit') ?? 200)))))
  if (path === '/mailbox/previews') return page('邮件样例 Previews', previewsBody(lookOf(query)))
  const sample = previewHtml(path, query)
  if (sample) return bytes('text/html; charset=utf-8', Buffer.from(sample), framePolicy)
  const [, id, kind] = /^\/mailbox\/(\d+)(\.html|\.eml)?$/.exec(path) ?? []
  const mail = id ? mails.get(Number(id)) : undefined
  if (!mail) return undefined
  if (kind === '.eml') return bytes('text/plain; charset=utf-8', mails.raw(mail.id) ?? Buffer.alloc(0))
  const shown = `<base target="_top">${mail.html ?? ''}`
  if (kind === '.html') return bytes('text/html; charset=utf-8', Buffer.from(shown), framePolicy)
  return mailPage(mail, mails.tags(mail.id) !== undefined)
}

/** A mail comes back after it was taken: what the mail service would report of it goes where the service would send it, and the mail is shown again. */
export function comeBack(mails: Mails, path: string, at: string, report: (event: object) => void): Answered | undefined {
  const [, id, kind] = /^\/mailbox\/(\d+)\/(bounce|complaint)$/.exec(path) ?? []
  const mail = id ? mails.get(Number(id)) : undefined
  const tags = mail && mails.tags(mail.id)
  if (!mail || !tags) return undefined
  report(reportOf(kind as ReturnKind, mail, tags, at))
  return { status: 303, headers: { location: `/mailbox/${mail.id}`, 'cache-control': 'no-store' }, body: Buffer.alloc(0) }
}
