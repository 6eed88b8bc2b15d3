import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beijing } from '../../shared/calendar/beijing.ts'
import { compose, mailKeys, mails } from '../../shared/mails/catalogue.ts'
import { openings } from '../../shared/mails/openings.ts'
import { type BatchMailKey, batchMailKeys, composeWith, placeholdersOf, unknownPlaceholders } from '../../shared/mails/sentences.ts'
import { stageKinds } from '../../shared/templates/schema.ts'
import { layOut } from './layout.ts'
import { previews } from './previews.ts'
import { messageIdOf, sendMail } from './send.ts'

const from = 'Shuren <no-reply@shuren.example.cn>'
const letter = {
  key: 'sign-in-link',
  to: 'zhang@example.edu.cn',
  id: '01J9ZX4N6T0000000000000000',
  data: mails['sign-in-link'].sample,
} as const

describe('every mail', () => {
  test.each(previews().map((preview) => [preview.key, preview] as const))(
    '%s says everything in both languages, in HTML and as plain text',
    (key, { subject, html, text }) => {
      const { zh, en, action } = compose(key, mails[key].sample)
      expect(subject).toBe(`${zh.subject} / ${en.subject}`)
      expect(subject).not.toMatch(/undefined|null|NaN|\{|\n/)
      for (const said of [html, text]) {
        expect(said).not.toMatch(/undefined|\[object|NaN/)
        expect(said.indexOf('您好')).toBeLessThan(said.indexOf('Dear'))
      }
      // English sentences hold Chinese only inside names, which stand in quotation marks, tables or quotations.
      const sentences = en.blocks.flatMap((block) => ('paragraph' in block ? [block.paragraph] : []))
      for (const sentence of sentences) expect(sentence).not.toMatch(/[。，；：？！]/)
      // Days and times are written as a calendar names them, in the language of the letter.
      expect(text).not.toMatch(/(?<![A-Z\d])\d{4}-\d{2}-\d{2}/)
      if (action) {
        expect(html.split(`href="${action.link}"`)).toHaveLength(3)
        expect(html).toContain(`>${action.link}</a>`)
        expect(text).toContain(`\n${action.link}\n`)
      }
    },
  )
  test.each(previews().map(({ key, subject }) => [key, subject] as const))(
    '%s has a subject that names the batch and the deadline, and is short',
    (key, subject) => {
      const data = mails[key].sample as Record<string, unknown>
      const { zh, en } = compose(key, data)
      for (const name of ['batch', 'notice']) if (typeof data[name] === 'string') expect(subject).toContain(data[name].slice(0, 20))
      // When something happened, what a deadline was before, and how long an award runs are no deadlines.
      const others = ['at', 'from', ...(key === 'award-granted' ? ['ends'] : [])]
      for (const [name, value] of Object.entries(data)) {
        if (others.includes(name) || typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) continue
        const said = (language: 'zh' | 'en') => (value.includes('T') ? beijing.formatShort : beijing.formatDate)(value, language)
        expect([name, zh.subject]).toEqual([name, expect.stringContaining(said('zh'))])
        expect([name, en.subject]).toEqual([name, expect.stringContaining(said('en'))])
      }
      const long = Object.fromEntries(
        ['batch', 'notice', 'title', 'unit'].flatMap((name) => (name in data ? [[name, '长'.repeat(120)]] : [])),
      )
      const cut = compose(key, { ...data, ...long })
      expect([...cut.zh.subject].length).toBeLessThanOrEqual(70)
      expect(cut.en.subject.length).toBeLessThanOrEqual(70)
    },
  )
  test.each(stageKinds)('of a stage that opens says what its people do in %s, with the deadline where there is one', (stageKind) => {
    const { sample } = mails['stage-opened']
    const said = layOut(compose('stage-opened', { ...sample, stageKind }))
    expect(said.subject).toContain(openings[stageKind].todo.zh)
    expect(said.text).toContain(openings[stageKind].how.en)
    expect(said.subject).toContain('10月10日24:00')
    const open = layOut(compose('stage-opened', { ...sample, stageKind, closes: null }))
    expect(`${open.subject}${open.text}`).not.toMatch(/undefined|null|截止时间：|closes/)
    expect(open.text.includes('逾期')).toBe(stageKind === 'collect' || stageKind === 'endorse')
  })
  test('counts in English as English does', () => {
    const reminder = { ...mails['expert-reminder'].sample, remaining: 1 }
    expect(compose('expert-reminder', reminder).en.subject).toMatch(/^Reminder: 1 submission to review/)
    const due = (days: number) => compose('obligation-due', { ...mails['obligation-due'].sample, days })
    expect(due(1).en.subject).toContain('due in 1 day (1 December 2025)')
    expect(due(-2).en.subject).toContain('2 days overdue')
    expect(due(0).zh.subject).toContain('中期检查今天到期（2025年12月1日）')
  })
  test('has a key that senders use', () =>
    expect(mailKeys).toEqual(expect.arrayContaining(['invitation', 'expert-invitation', 'deadline-moved', 'obligation-due'])))
  test('refuses data that do not fit', () => expect(() => compose('invitation', { name: 'x' })).toThrow())
})

describe('a mail', () => {
  test('shows what people wrote as text, never as markup', () => {
    const { html, subject } = layOut(
      compose('batch-paused', { ...mails['batch-paused'].sample, reason: '<script>alert(1)</script>&"', batch: 'a\r\nBcc: x@y.z' }),
    )
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;')
    expect(subject).not.toMatch(/[\r\n]/)
  })
  test('about a reopened review names the submission only when it is told', () => {
    const { title: _, ...hidden } = mails['review-reopened'].sample
    expect(layOut(compose('review-reopened', hidden)).text).toContain('您对一项申报的评审已重新打开')
  })
  test('opens with the sentences of its batch, then of its call, with placeholders filled', () => {
    const { sample } = mails['stage-opened']
    const call = { subject: { zh: '甲', en: 'A' }, opening: { zh: '乙', en: 'B' } }
    const mail = composeWith('stage-opened', sample, { subject: { zh: '{batch}：{stage}至{closes}', en: '{stage} until {closes}' } }, call)
    expect(mail.zh.subject).toBe(`${sample.batch}：填报至2024年10月10日 24:00（北京时间）`)
    expect(mail.en.subject).toBe('Applications until 10 October 2024, 24:00 (Beijing time)')
    expect(mail.zh.blocks).toEqual([{ paragraph: '乙' }, ...compose('stage-opened', sample).zh.blocks.slice(1)])
  })
  test('says a dash where its sentences name what this one has not', () => {
    const { until: _, ...closed } = mails['award-checked'].sample
    const own = { subject: { zh: '{grade}，至{until}', en: '{grade} until {until}' } }
    expect(composeWith('award-checked', closed, own).zh.subject).toBe('暂缓通过，至—')
  })
  test('of a batch can take sentences of its own, which only say what the mail knows', () => {
    for (const key of Object.keys(batchMailKeys) as BatchMailKey[]) {
      const names = placeholdersOf(key)
      const every = names.map((name) => `{${name}}`).join(' ')
      const sentences = { opening: { zh: every, en: every } }
      expect(unknownPlaceholders(key, sentences)).toEqual([])
      expect(names).not.toContain('outcome')
      expect(layOut(composeWith(key, mails[key].sample, sentences)).text).not.toMatch(/\{\w+\}/)
      expect(unknownPlaceholders(key, { subject: { zh: '{none}', en: '{link}' } })).toEqual(['none', 'link'])
    }
  })
  test('has the same Message-ID when it is sent again, and another for another person', () => {
    expect(messageIdOf(letter, from)).toBe(messageIdOf({ ...letter }, from))
    expect(messageIdOf({ ...letter, to: 'li@example.edu.cn' }, from)).not.toBe(messageIdOf(letter, from))
    expect(messageIdOf(letter, from)).toMatch(/^<[0-9a-f]{40}@shuren\.example\.cn>$/)
  })
})

describe('sending', () => {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const code = address.startsWith('gone') ? 550 : address.startsWith('later') ? 451 : undefined
      done(code ? Object.assign(new Error('no such mailbox'), { responseCode: code }) : undefined)
    },
    onData: (stream, _, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks))
        done()
      })
    },
  })
  let port = 0
  beforeAll(
    () =>
      new Promise<void>((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.server.address()
          port = typeof address === 'object' && address ? address.port : 0
          resolve()
        }),
      ),
  )
  beforeEach(() => {
    received.length = 0
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const transporter = () => createTransport({ host: '127.0.0.1', port, secure: false })

  test('arrives with subject, both parts and its id', async () => {
    expect(await sendMail(transporter(), from, letter)).toEqual({ sent: true, messageId: messageIdOf(letter, from) })
    const mail = await simpleParser(received[0] ?? '')
    expect(mail.subject).toBe('登录链接（10月8日17:15 前有效） / Your sign-in link, valid until 8 Oct, 17:15')
    expect(mail.messageId).toBe(messageIdOf(letter, from))
    expect(mail.html).toContain('登录')
    expect(mail.text).toContain(mails['sign-in-link'].sample.link)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  })
  test('to somebody who is invited says what it is about, so that it can be told apart when it comes back later', async () => {
    const about = { batch: '01J9ZX4N6T0000000000000000', expert: '01J9ZX4N6T0000000000000001' }
    await sendMail(transporter(), from, { ...letter, about })
    const { headers } = await simpleParser(received[0] ?? '')
    expect(headers.get('x-ses-message-tags')).toBe(`batch=${about.batch}, expert=${about.expert}`)
    await sendMail(transporter(), from, letter)
    await sendMail(transporter(), from, { ...letter, about: { unit: about.batch, person: about.expert } })
    expect((await simpleParser(received[2] ?? '')).headers.get('x-ses-message-tags')).toBe(`unit=${about.batch}, person=${about.expert}`)
    expect((await simpleParser(received[1] ?? '')).headers.has('x-ses-message-tags')).toBe(false)
  })
  test('by SES names what reports on it', async () => {
    const asked: Record<string, unknown>[] = []
    class SendEmailCommand {
      readonly input: Record<string, unknown>
      constructor(input: Record<string, unknown>) {
        this.input = input
      }
    }
    const sesClient = {
      config: { region: async () => 'ap-southeast-1' },
      send: async ({ input }: SendEmailCommand) => {
        asked.push(input)
        return { MessageId: 'm' }
      },
    }
    const ses = createTransport({ SES: { sesClient, SendEmailCommand } } as unknown as Parameters<typeof createTransport>[0])
    const about = { batch: '01J9ZX4N6T0000000000000000', expert: '01J9ZX4N6T0000000000000001' }
    await sendMail(ses, from, { ...letter, about, reports: 'set' })
    await sendMail(ses, from, letter)
    const tags = [
      { Name: 'batch', Value: about.batch },
      { Name: 'expert', Value: about.expert },
    ]
    expect(asked).toEqual([
      expect.objectContaining({ ConfigurationSetName: 'set', EmailTags: tags, Destination: { ToAddresses: [letter.to] } }),
      expect.not.objectContaining({ ConfigurationSetName: expect.anything() }),
    ])
  })
  test('to an address that refuses is a bounce, as a value', async () =>
    expect(await sendMail(transporter(), from, { ...letter, to: 'gone@example.edu.cn' })).toMatchObject({
      sent: false,
      bounced: expect.stringContaining('550'),
    }))
  test('to an address that is none is a bounce', async () =>
    expect(await sendMail(transporter(), from, { ...letter, to: '' })).toMatchObject({ sent: false }))
  test('that fails for now throws, and is tried again by the queue', async () =>
    await expect(sendMail(transporter(), from, { ...letter, to: 'later@example.edu.cn' })).rejects.toThrow())
  test('without a server throws', async () =>
    await expect(sendMail(createTransport({ host: '127.0.0.1', port: 1 }), from, letter)).rejects.toThrow())
})
