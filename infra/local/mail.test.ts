import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailKeys } from '../../shared/mails/catalogue.ts'
import { openDatabase } from './database.ts'
import { type Catcher, catchMail, Mails } from './mail.ts'
import { comeBack, mailbox } from './mailbox.ts'
import { freePort } from './ports.ts'

describe('the mailbox', () => {
  const directory = mkdtempSync(join(tmpdir(), 'mail-'))
  const elsewhereDirectory = mkdtempSync(join(tmpdir(), 'mail-'))
  let catcher: Catcher
  let elsewhere: Catcher
  let mails: Mails
  let forwarded: Mails
  beforeAll(async () => {
    const now = () => Date.parse('2026-01-05T08:00:00Z')
    forwarded = new Mails(openDatabase(elsewhereDirectory), now)
    elsewhere = await catchMail(forwarded, await freePort())
    mails = new Mails(openDatabase(directory), now, elsewhere.url)
    catcher = await catchMail(mails, await freePort())
    const transport = nodemailer.createTransport(catcher.url)
    await transport.sendMail({
      from: '树人 <shuren@example.org>',
      to: 'zhang@example.edu.cn',
      subject: '评审邀请 <2026>',
      text: '请打开 http://localhost:3000/r#t=abc。',
      html: '<p>请打开<a href="http://localhost:3000/r#t=abc">链接</a></p><script>alert(1)</script>',
    })
    await transport.sendMail({ from: 'shuren@example.org', to: 'li@example.edu.cn', subject: 'Second', text: 'plain only' })
  })
  afterAll(async () => {
    await catcher.stop()
    await elsewhere.stop()
    for (const path of [directory, elsewhereDirectory]) rmSync(path, { recursive: true, force: true })
  })
  const open = (path: string, query = '') => mailbox(mails, path, new URLSearchParams(query))
  const text = (path: string, query = '') => open(path, query)?.body.toString('utf8') ?? ''

  test('keeps every mail, newest first, with its links', () => {
    const all = JSON.parse(text('/mailbox.json'))
    expect(all.map(({ subject }: { subject: string }) => subject)).toEqual(['Second', '评审邀请 <2026>'])
    expect(all[1]).toMatchObject({ to: ['zhang@example.edu.cn'], from: 'shuren@example.org', links: ['http://localhost:3000/r#t=abc'] })
  })
  test('finds the mails of one recipient, however written', () => {
    expect(JSON.parse(text('/mailbox.json', 'to=ZHANG@example.edu.cn'))).toHaveLength(1)
    expect(JSON.parse(text('/mailbox.json', 'to=nobody@example.edu.cn'))).toEqual([])
  })
  test('shows the list and the mail, HTML and plain, in which nothing of the mail runs', () => {
    expect(text('/mailbox')).toContain('评审邀请 &lt;2026&gt;')
    expect(text('/mailbox/1')).toContain('sandbox=')
    expect(text('/mailbox/1')).toContain('请打开 http://localhost:3000/r#t=abc')
    expect(text('/mailbox/1')).not.toContain('<script>')
    expect(open('/mailbox/1.html')?.headers['content-security-policy']).toContain("default-src 'none'")
    expect(text('/mailbox/1.eml')).toContain('Subject:')
    expect(open('/mailbox/99')).toBeUndefined()
  })
  test('one that somebody’s invitation hangs on can be let come back later; others cannot', async () => {
    await nodemailer.createTransport(catcher.url).sendMail({
      from: 'shuren@example.org',
      to: 'wang@example.edu.cn',
      subject: '邀请评审',
      text: 'x',
      headers: { 'X-SES-MESSAGE-TAGS': 'batch=01J9ZX4N6T0000000000000000, expert=01J9ZX4N6T0000000000000001' },
    })
    const [{ id } = { id: 0 }] = mails.list('wang@example.edu.cn')
    expect(text(`/mailbox/${id}`)).toContain(`action="/mailbox/${id}/bounce"`)
    expect(text('/mailbox/1')).not.toContain('/bounce"')
    const reported: unknown[] = []
    const press = (path: string) => comeBack(mails, path, '2026-01-06T08:00:00.000Z', (event) => reported.push(event))
    expect(press(`/mailbox/${id}/bounce`)).toMatchObject({ status: 303, headers: { location: `/mailbox/${id}` } })
    expect(press(`/mailbox/${id}/complaint`)).toMatchObject({ status: 303 })
    expect([press('/mailbox/1/bounce'), press(`/mailbox/${id}/other`), press('/mailbox/999/bounce')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const tags = { batch: ['01J9ZX4N6T0000000000000000'], expert: ['01J9ZX4N6T0000000000000001'] }
    expect(reported).toMatchObject([
      {
        source: 'aws.ses',
        'detail-type': 'Email Bounced',
        detail: { eventType: 'Bounce', bounce: { bouncedRecipients: [{ emailAddress: 'wang@example.edu.cn' }] }, mail: { tags } },
      },
      { detail: { eventType: 'Complaint', mail: { messageId: `local-${id}`, tags } } },
    ])
  })
  test('an address that exists nowhere bounces', async () => {
    const sent = nodemailer
      .createTransport(catcher.url)
      .sendMail({ from: 'a@example.org', to: 'nobody@expert.invalid', subject: 'x', text: 'x' })
    await expect(sent).rejects.toMatchObject({ responseCode: 550 })
  })
  test('each mail goes to the other server too, where one is named', async () => {
    await expect
      .poll(() =>
        forwarded
          .list()
          .map(({ subject }) => subject)
          .sort(),
      )
      .toEqual(['Second', '评审邀请 <2026>', '邀请评审'])
  })
})

describe('the previews', () => {
  const none = new Mails(openDatabase(mkdtempSync(join(tmpdir(), 'mail-'))), () => 0)
  const open = (path: string, query = '') => mailbox(none, path, new URLSearchParams(query))?.body.toString('utf8') ?? ''
  test('show every mail on one page, as HTML or as the plain part', () => {
    const html = open('/mailbox/previews')
    const text = open('/mailbox/previews', 'part=text')
    for (const key of mailKeys) {
      expect(html).toContain(`src="/mailbox/previews/${key}.html?light=light"`)
      expect(text).toContain(`<section id="${key}">`)
    }
    expect(text).not.toContain('<iframe')
  })
  test('show a mail in the light that is asked for', () => {
    expect(open('/mailbox/previews/expert-invitation.html', 'light=dark')).toContain('@media all{')
    expect(open('/mailbox/previews/expert-invitation.html')).toContain('@media not all{')
  })
  test('know no other looks and no other mails', () => {
    expect(open('/mailbox/previews', 'width=x&light=%22%3E')).toContain('class="desktop"')
    expect(open('/mailbox/previews/none.html')).toBe('')
  })
})
