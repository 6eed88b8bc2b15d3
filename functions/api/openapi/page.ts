import { refusals } from '../../../shared/refusals.ts'
import { inARow, type Language, say as speak, type Text } from '../../../shared/text.ts'
import { type Html, html } from '../../portal/html.ts'
import type { Document, Grant, Operation } from './document.ts'

const words = {
  title: { zh: '接口说明', en: 'The interface' },
  lead: {
    zh: '平台页面所做的一切都通过这些接口完成；持有会话的程序可以同样使用。',
    en: 'Everything the pages of the platform do, they do through these routes; a program that holds a session may use them too.',
  },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  other: { zh: 'English', en: '中文' },
  nav: { zh: '语言', en: 'Language' },
  contents: { zh: '目录', en: 'Contents' },
  basics: { zh: '通用约定', en: 'What holds everywhere' },
  who: { zh: '谁可以调用', en: 'Who may call it' },
  parameters: { zh: '参数', en: 'Parameters' },
  body: { zh: '请求正文', en: 'Body' },
  answer: { zh: '答复', en: 'Answer' },
  long: { zh: '内容较长，见机器可读文档。', en: 'Too long to read here: see the document for machines.' },
  shapes: { zh: '共用结构', en: 'Shapes in common' },
  refusals: { zh: '可能的拒绝', en: 'How it may refuse' },
  required: { zh: '必填', en: 'required' },
  file: { zh: '机器可读文档（OpenAPI 3.1）', en: 'The same for machines (OpenAPI 3.1)' },
} satisfies Record<string, Text>

/** What holds for every route, one line each. */
const basics: readonly Text[] = [
  {
    zh: '地址均以 /api 开头，正文为 UTF-8 的 JSON，正文不超过 1 MB（名录与账号表为 4 MB），附件直接上传至存储。',
    en: 'Addresses begin with /api; bodies are JSON in UTF-8 of at most 1 MB (4 MB for sheets of registers and accounts); files go straight to the store.',
  },
  {
    zh: '登录后由 Cookie 携带会话（HttpOnly、SameSite=Strict）。除读取外，请求须来自本站：带有其他来源的 Origin 或 Sec-Fetch-Site 的请求一律拒绝。',
    en: 'After signing in a cookie carries the session (HttpOnly, SameSite=Strict). What changes anything must come from this site: another Origin or Sec-Fetch-Site is refused.',
  },
  {
    zh: '写操作请带 Idempotency-Key（自行生成的 ULID）：同一键重复提交只执行一次。',
    en: 'Send an Idempotency-Key (a ULID of your own) with every change: repeated under the same key it is carried out once.',
  },
  {
    zh: '列表每次返回一页；有 cursor 时，把它原样带回即得下一页。',
    en: 'Lists come in pages; where an answer has a cursor, send it back as it is for the next.',
  },
  {
    zh: '拒绝时返回 {code, zh, en}；code 稳定，两种文字说明原因和办法。不存在的与无权查看的回答相同。',
    en: 'A refusal is {code, zh, en}: the code is stable, the sentences say why and what to do. What is not there and what is not yours are answered alike.',
  },
  {
    zh: '503 表示暂时繁忙且未执行，请按 Retry-After 的秒数后重试。',
    en: '503 means that nothing was carried out for now; ask again after the seconds of Retry-After.',
  },
]

const relations: Record<Grant['to'], Text> = {
  anyone: { zh: '任何人', en: 'everybody' },
  member: { zh: '已登录人员', en: 'anyone signed in' },
  own: { zh: '本单位', en: 'the unit itself' },
  above: { zh: '上级单位', en: 'a unit above' },
  endorsing: { zh: '推荐单位', en: 'a unit that recommends it' },
  host: { zh: '主办单位', en: 'the host' },
  invited: { zh: '受邀单位', en: 'a unit that is invited' },
  assigned: { zh: '本批次专家（邮件链接）', en: 'an expert of the batch, by link' },
  approving: { zh: '本批次审定人（邮件链接）', en: 'an approver of the batch, by link' },
}
const roles: Record<NonNullable<Grant['roles']>[number], Text> = {
  administrator: { zh: '管理员', en: 'administrator' },
  operator: { zh: '经办人', en: 'operator' },
  approver: { zh: '审核人', en: 'approver' },
  editor: { zh: '编辑', en: 'editor' },
  system: { zh: '系统管理员', en: 'system administrator' },
  security: { zh: '安全管理员', en: 'security administrator' },
  audit: { zh: '审计管理员', en: 'audit administrator' },
}

/** Where the page of a language lies. */
export const developers = { zh: 'developers/index.html', en: 'developers/en.html' } as const satisfies Record<Language, string>
const address = { zh: '/developers/index.html', en: '/developers/en.html' } as const

/** The interface as a page to read: plain HTML that needs no script. */
export function developersPage(document: Document, language: Language): string {
  const { title, lead, skip, other, nav, contents, file } = Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, word[language]]),
  ) as Record<keyof typeof words, string>
  const otherLanguage: Language = language === 'zh' ? 'en' : 'zh'
  const tag = { zh: 'zh-CN', en: 'en' } as const
  const groups = document.tags.map(({ name, 'x-title': titled }) => ({
    name,
    title: titled[language],
    operations: operationsOf(document, name),
  }))
  return html`<!doctype html>
<html lang="${tag[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><title>${title} · Shuren 树人</title><meta name="description" content="${lead}">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/site.css"><link rel="stylesheet" href="/developers.css"></head>
<body><a class="skip" href="#text">${skip}</a>
<header class="masthead"><div class="row"><a class="brand" href="${{ zh: '/', en: '/en/' }[language]}">树人 Shuren</a>
<nav aria-label="${nav}"><a href="${address[otherLanguage]}" hreflang="${tag[otherLanguage]}" lang="${tag[otherLanguage]}">${other}</a></nav></div></header>
<main id="text" class="page page-wide"><h1>${title}</h1><p class="lead">${lead}</p><p><a href="/developers/openapi.json">${file}</a></p>
<h2>${words.basics[language]}</h2><ul>${basics.map((line) => html`<li>${line[language]}</li>`)}</ul>
<h2>${contents}</h2><ul class="contents">${groups.map(({ name, title: titled }) => html`<li><a href="#${name}">${titled}</a></li>`)}</ul>
${groups.map(
  ({
    name,
    title: titled,
    operations,
  }) => html`<section><h2 id="${name}">${titled}</h2>${refusalsOf(name, document, language)}${operations.map((each) => shown(each, language))}</section>
`,
)}<section><h2 id="shapes">${words.shapes[language]}</h2>${shapesOf(document)}</section></main></body></html>
`.markup
}

/** What several answers hold, under the names by which they refer to it. */
const shapesOf = ({ components }: Document): Html[] =>
  Object.entries(components.schemas ?? {}).map(
    ([name, schema]) =>
      html`<details class="operation"><summary><code>${name}</code></summary><pre tabindex="0" aria-label="${name}"><code>${JSON.stringify(schema, null, 2)}</code></pre></details>
`,
  )

type Placed = { method: string; path: string; operation: Operation }
const operationsOf = ({ paths }: Document, tag: string): Placed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => (operation.tags[0] === tag ? [{ method, path, operation }] : [])),
  )

function shown({ method, path, operation }: Placed, language: Language): Html {
  const body = Object.entries(operation.requestBody?.content ?? {})
  return html`<details class="operation" id="${operation.operationId}"><summary><code class="method">${method.toUpperCase()}</code> <code>${path}</code> <span lang="en">${operation.summary}</span></summary>
<h3>${words.who[language]}</h3><ul>${operation['x-may'].map((grant) => html`<li>${granted(grant, language)}</li>`)}</ul>
${parametersOf(operation, language)}
${body.map(([type, { schema }]) => html`<h3>${words.body[language]}</h3><pre tabindex="0" aria-label="${type}"><code>${JSON.stringify(schema, null, 2)}</code></pre>`)}
${answered(operation, language)}</details>
`
}

/** Longer ones are for tools, which read the document itself. */
const readable = 6000
function answered({ responses }: Operation, language: Language): Html[] {
  const done = responses['2XX']
  return Object.entries((done && 'content' in done && done.content) || {}).map(([type, { schema }]) => {
    const text = JSON.stringify(schema, null, 2)
    const shown =
      text.length > readable
        ? html`<p>${words.long[language]}</p>`
        : html`<pre tabindex="0" aria-label="${type}"><code>${text}</code></pre>`
    return html`<h3>${words.answer[language]}</h3>${shown}`
  })
}

const granted = ({ to, roles: held }: Grant, language: Language) => {
  const list =
    held &&
    inARow(
      held.map((role) => roles[role][language]),
      language,
    )
  return list ? `${relations[to][language]}${language === 'zh' ? `（${list}）` : ` (${list})`}` : relations[to][language]
}

function parametersOf({ parameters }: Operation, language: Language): Html | undefined {
  const own = parameters.flatMap((each) => ('in' in each ? [each] : []))
  if (own.length === 0) return undefined
  const rows = own.map(({ name, in: where, required, schema }) => {
    const { description, ...shape } = schema
    return html`<tr><th scope="row"><code>${name}</code></th><td>${where}${required && `, ${words.required[language]}`}</td><td><code>${JSON.stringify(shape)}</code></td></tr>`
  })
  return html`<h3>${words.parameters[language]}</h3><div class="scroll" tabindex="0" role="region" aria-label="${words.parameters[language]}"><table><tbody>${rows}</tbody></table></div>`
}

/** Every code with which the routes of a group may refuse, with its sentence, by status. */
function refusalsOf(tag: string, { components }: Document, language: Language): Html {
  const groups = Object.entries(components.responses ?? {}).filter(
    ([name]) => name.startsWith(`${tag}-`) && /^\d+$/.test(name.slice(tag.length + 1)),
  )
  const lines = groups.flatMap(([name, response]) =>
    codesIn(response).map(
      (code) => html`<dt>${name.slice(tag.length + 1)} <code>${code}</code></dt><dd>${speak(refusals[code], language)}</dd>`,
    ),
  )
  return html`<details class="operation"><summary>${words.refusals[language]}</summary><dl class="refusals">${lines}</dl></details>`
}

type Said = { content?: { 'application/json'?: { schema: { allOf: [object, { properties: { code: { enum: string[] } } }] } } } }
const codesIn = (response: unknown): (keyof typeof refusals)[] =>
  ((response as Said).content?.['application/json']?.schema.allOf[1].properties.code.enum ?? []).filter(
    (code): code is keyof typeof refusals => Object.hasOwn(refusals, code),
  )
