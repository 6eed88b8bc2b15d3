import type { Action, Block, Letter, Mail } from '../../shared/mails/blocks.ts'
import type { Language } from '../../shared/text.ts'

/**
 * Tables and inline styles, because QQ Mail, 163 and Outlook drop or misread the rest. What a `style` element adds is for clients with
 * a dark mode only; a mail is complete without it.
 */
export type LaidOut = { subject: string; html: string; text: string }

const ink = {
  text: '#1f1f1f',
  soft: '#5f5f5f',
  line: '#e3dcd8',
  shade: '#f7f3f1',
  red: '#9e2a2b',
  paper: '#ffffff',
  ground: '#f3efec',
} as const
const face = `'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif`

const dark = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:#1b1917!important}.paper{background:#262320!important}.text{color:#f0ece9!important}.soft{color:#b9b1ab!important}
.shade{background:#312d29!important}.line{border-color:#4a443f!important}.link{color:#ff9d94!important}}
[data-ogsc] .text{color:#f0ece9!important}[data-ogsc] .soft{color:#b9b1ab!important}[data-ogsc] .link{color:#ff9d94!important}
[data-ogsb] .ground{background:#1b1917!important}[data-ogsb] .paper{background:#262320!important}[data-ogsb] .shade{background:#312d29!important}`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const lines = (text: string): string => escaped(text).replace(/\r?\n/g, '<br>')
/** A header must be one line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

function blockHtml(block: Block): string {
  if ('paragraph' in block) return `<p class="text" style="margin:0 0 14px;color:${ink.text}">${lines(block.paragraph)}</p>`
  if ('code' in block)
    return `<p class="text shade" style="margin:0 0 14px;padding:12px 16px;background:${ink.shade};color:${ink.text};font-size:28px;letter-spacing:6px;font-weight:bold;text-align:center">${escaped(block.code)}</p>`
  if ('quote' in block) {
    const by = block.by ? `<div class="soft" style="color:${ink.soft};font-size:14px;margin:0 0 4px">${escaped(block.by)}</div>` : ''
    return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 14px"><tr><td class="shade" style="background:${ink.shade};border-left:4px solid ${ink.red};padding:10px 14px">${by}<div class="text" style="color:${ink.text}">${lines(block.quote)}</div></td></tr></table>`
  }
  if (block.facts.length === 0) return ''
  const rows = block.facts.map(
    ([label, value]) =>
      `<tr><td class="soft line" width="34%" style="padding:7px 10px 7px 0;color:${ink.soft};vertical-align:top;border-bottom:1px solid ${ink.line}">${escaped(label)}</td>` +
      `<td class="text line" style="padding:7px 0;color:${ink.text};vertical-align:top;border-bottom:1px solid ${ink.line};word-break:break-word">${lines(value)}</td></tr>`,
  )
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 14px;border-collapse:collapse;font-size:15px">${rows.join('')}</table>`
}

const letterHtml = (letter: Letter, language: Language): string =>
  `<div lang="${language === 'zh' ? 'zh-CN' : 'en'}"><p class="text" style="margin:0 0 14px;color:${ink.text}">${escaped(letter.greeting)}</p>${letter.blocks.map(blockHtml).join('')}</div>`

function actionHtml({ label, link }: Action): string {
  const address = escaped(link)
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:6px 0 10px"><tr><td class="button" bgcolor="${ink.red}" style="background:${ink.red};border-radius:4px;mso-padding-alt:12px 26px">` +
    `<a href="${address}" style="display:inline-block;padding:12px 26px;color:#ffffff;text-decoration:none;font-weight:bold;font-size:16px">${escaped(label.zh)} · ${escaped(label.en)}</a></td></tr></table>` +
    `<p class="soft" style="margin:0 0 14px;color:${ink.soft};font-size:13px;line-height:1.6">如按钮无法点击，请复制以下地址到浏览器打开 · If the button does not work, copy this address:<br>` +
    `<a class="link" href="${address}" style="color:${ink.red};word-break:break-all">${address}</a></p>`
  )
}

const footer = {
  zh: '本邮件由系统自动发送，请勿直接回复。',
  en: 'Sent by the system; replies are not read.',
} as const

/** For Outlook, which knows no greatest width: a table of 600 points around. Everybody else takes this for a remark. */
const only = '<!--[if mso]>'
const end = '<![endif]-->'

/** One mail in both languages, as HTML and as plain text; what people wrote is text and never markup. */
export function layOut(mail: Mail): LaidOut {
  const subject = oneLine(`${mail.zh.subject} / ${mail.en.subject}`)
  const body =
    letterHtml(mail.zh, 'zh') +
    (mail.action ? actionHtml(mail.action) : '') +
    `<hr class="line" style="border:0;border-top:1px solid ${ink.line};margin:18px 0">` +
    letterHtml(mail.en, 'en')
  const html =
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title><style>${dark}</style></head>` +
    `<body class="ground" style="margin:0;padding:0;background:${ink.ground}"><table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" bgcolor="${ink.ground}"><tr><td align="center" style="padding:20px 10px">` +
    `${only}<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td>${end}` +
    `<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" bgcolor="${ink.paper}" style="max-width:600px;background:${ink.paper};font-family:${face};font-size:16px;line-height:1.75">` +
    `<tr><td bgcolor="${ink.red}" style="background:${ink.red};padding:14px 24px;color:#ffffff;font-size:18px;font-weight:bold">树人 <span style="font-weight:normal;font-size:14px">Shuren</span></td></tr>` +
    `<tr><td style="padding:24px">${body}</td></tr>` +
    `<tr><td class="soft line" style="padding:14px 24px;border-top:1px solid ${ink.line};color:${ink.soft};font-size:13px">${footer.zh}<br><span lang="en">${footer.en}</span></td></tr></table>${only}</td></tr></table>${end}</td></tr></table></body></html>`
  return { subject, html, text: plain(mail) }
}

const blockText = (block: Block, colon: string): string => {
  if ('paragraph' in block) return block.paragraph
  if ('code' in block) return `    ${block.code}`
  if ('quote' in block)
    return [...(block.by ? [`${block.by}${colon.trimEnd()}`] : []), ...block.quote.split('\n').map((line) => `> ${line}`)].join('\n')
  return block.facts.map(([label, value]) => `${label}${colon}${value}`).join('\n')
}
const colons = { zh: '：', en: ': ' } as const satisfies Record<Language, string>
const letterText = (letter: Letter, language: Language): string =>
  [letter.greeting, ...letter.blocks.map((block) => blockText(block, colons[language]))].filter((part) => part !== '').join('\n\n')

function plain(mail: Mail): string {
  const action = mail.action ? `\n\n${mail.action.label.zh} · ${mail.action.label.en}:\n${mail.action.link}` : ''
  return `${letterText(mail.zh, 'zh')}${action}\n\n----------------------------------------\n\n${letterText(mail.en, 'en')}\n\n--\n${footer.zh}\n${footer.en}\n`
}
