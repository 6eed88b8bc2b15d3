import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Buckets, openBuckets } from '../../infra/local/buckets.ts'
import { freePort } from '../../infra/local/ports.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { partBytes } from '../../shared/files/schema.ts'
import { type Call, during, fillIn, openCall, type Someone, startOne, times, type Unit } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

/** The smallest page that the check takes for a PDF. */
const pdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    'xref',
    '0 4',
    '0000000000 65535 f ',
    '0000000009 00000 n ',
    '0000000052 00000 n ',
    '0000000101 00000 n ',
    'trailer<</Size 4/Root 1 0 R>>',
    'startxref',
    '164',
    '%%EOF',
    '',
  ].join('\n'),
)
/** A sound PDF of at least so many bytes: what follows the header is a comment. */
const largePdf = (bytes: number) => Buffer.concat([Buffer.from(`%PDF-1.4\n%${'x'.repeat(bytes)}\n`), pdf.subarray(9)])

let call: Call
let buckets: Buckets
let directory: string
const arrivals: string[] = []
let university: Unit
let province: Unit
let national: Unit
let batch: Batch
let applicant: Someone

beforeAll(async () => {
  call = await openCall()
  directory = mkdtempSync(join(tmpdir(), 'files-'))
  const port = await freePort()
  buckets = await openBuckets({
    directory,
    port,
    region: 'ap-southeast-1',
    definitions: [
      {
        name: 'files',
        notifications: [
          { Event: 's3:ObjectCreated:*', Queue: 'jobs', Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'quarantine/' }] } } },
        ],
      },
    ],
    notify: (_, body) => arrivals.push(body),
  })
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${port}`
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '某省', national)
  university = await call.unit('university', '某大学', province)
  batch = await call.openBatch(national)
  applicant = await university.as()
}, 120_000)
beforeEach(() => call.at(during))
afterAll(async () => {
  await buckets.stop()
  await call.close()
  rmSync(directory, { recursive: true, force: true })
})

/** The function of the queue does its work until nothing has arrived any more. */
async function check(twice = false) {
  const { work } = await import('../../functions/stream/jobs.ts')
  for (let waited = 0; arrivals.length === 0 && waited < 50; waited++) await new Promise((resolve) => setTimeout(resolve, 10))
  for (let body = arrivals.shift(); body !== undefined; body = arrivals.shift()) {
    await work(JSON.parse(body))
    if (twice) await work(JSON.parse(body))
  }
}

type Slot = { file: string; url: string; fields: Record<string, string> }
const claim = (name: string, bytes: number) => ({ section: 'evidence', field: 'proof', name, bytes, type: 'application/pdf' })
const slot = (base: string, name = '佐证材料.pdf', bytes = pdf.length, key = ulid()) =>
  applicant.ask(`${base}/files`, { body: claim(name, bytes), key })

async function send({ url, fields }: Slot, content: Uint8Array<ArrayBuffer>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([content]))
  const answer = await fetch(url, { method: 'POST', body: form })
  return answer.status
}

async function upload(base: string, content: Uint8Array, name?: string): Promise<string> {
  const opened = await slot(base, name, content.length)
  expect(opened).toMatchObject({ status: 201 })
  const given = opened.body as unknown as Slot
  expect(await send(given, new Uint8Array(content))).toBeLessThan(300)
  return given.file
}
const stateOf = async (base: string, file: string) => (await applicant.ask(`${base}/files/${file}`)).body
const name = (file: string, said: Record<string, unknown> = {}) => [{ id: file, name: 'x', bytes: 1, type: 'text/html', ...said }]
const put = (base: string, version: number, proof: unknown) =>
  applicant.ask(`${base}/sections/evidence`, { method: 'PUT', body: { version, values: { note: '见附件', proof } } })

describe('a file of one piece', () => {
  test('arrives, is checked, is bound under what was found, and is read by a signed link that never shows it as a page', async () => {
    const base = await startOne(applicant, batch)
    const file = await upload(base, pdf)
    expect(await stateOf(base, file)).toMatchObject({ state: 'waiting' })
    await check(true)
    expect(await stateOf(base, file)).toMatchObject({ state: 'clean', bytes: pdf.length, type: 'application/pdf', name: '佐证材料.pdf' })
    const saved = await put(base, 0, name(file, { caption: '获奖证书' }))
    expect(saved.status).toBe(200)
    expect((await applicant.ask(`${base}/sections/evidence`)).body).toMatchObject({
      values: { proof: [{ id: file, name: '佐证材料.pdf', bytes: pdf.length, type: 'application/pdf', caption: '获奖证书' }] },
    })
    const link = await applicant.ask(`${base}/files/${file}/content`)
    expect(String(link.body.url)).toMatch(/X-Amz-Expires=300/)
    const got = await fetch(String(link.body.url))
    expect(got.status).toBe(200)
    expect(Buffer.from(await got.arrayBuffer()).equals(pdf)).toBe(true)
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E4%BD%90/)
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    const { verifyChain } = await import('../../functions/aws/verify.ts')
    const events = await call.table.all<Record<string, unknown> & { pk: string; sk: string }>({
      pk: call.key.submission(base.split('/').at(-1) ?? '').pk,
      begins: 'EVENT#',
    })
    expect(events.filter(({ type }) => type === 'file.bound')).toHaveLength(1)
    expect(verifyChain(events)).toEqual([])
  })
  test('asked for twice with one request is one file', async () => {
    const base = await startOne(applicant, batch)
    const key = ulid()
    const both = [await slot(base, 'a.pdf', 10, key), await slot(base, 'a.pdf', 10, key)]
    expect(both.map(({ body }) => body.file)).toEqual(Array(2).fill(both[0]?.body.file))
    expect(both[0]?.body.file).toMatch(/^[0-9A-Z]{26}$/)
    expect((await applicant.ask(`${base}/files`)).body.rows).toHaveLength(1)
  })
  test('can be sent only to its own place and within its size', async () => {
    const base = await startOne(applicant, batch)
    const given = (await slot(base)).body as unknown as Slot
    const policy = JSON.parse(Buffer.from(given.fields.Policy ?? '', 'base64').toString()) as { conditions: unknown[] }
    expect(policy.conditions).toContainEqual(['content-length-range', 1, 8 * 1024 * 1024])
    expect(given.fields.key).toBe(`quarantine/sub/${base.split('/').at(-1)}/${given.file}`)
    expect(policy.conditions).toContainEqual({ key: given.fields.key })
  })
  test.each([
    ['a web page called a PDF', Buffer.from('<html><script>alert(1)</script></html>'), '说明.pdf', 'file.not-what-it-says'],
    [
      'the test virus',
      Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')),
      'a.pdf',
      'file.virus',
    ],
    [
      'a PDF with script',
      Buffer.from(pdf.toString('latin1').replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert)>>'), 'latin1'),
      'b.pdf',
      'file.active',
    ],
  ])('is refused when it is %s, with the reason, and can be neither named nor read', async (_, content, called, reason) => {
    const base = await startOne(applicant, batch)
    const file = await upload(base, content, called)
    await check(true)
    const state = await stateOf(base, file)
    expect(state).toMatchObject({ state: 'refused', reason: { zh: expect.any(String), en: expect.any(String) } })
    expect((await put(base, 0, name(file))).body.code).toBe('file.not-usable')
    expect((await applicant.ask(`${base}/files/${file}/content`)).body.code).toBe('file.not-usable')
    const record = (await applicant.ask(`${base}/events`)).body.rows as { type: string; reason?: string }[]
    expect(record.find(({ type }) => type === 'file.refused')?.reason).toBe(reason)
  })
  test('is not believed about its size: what is larger than its place allows is thrown away unread', async () => {
    const base = await startOne(applicant, batch)
    const given = (await slot(base, 'small.pdf', 100)).body as unknown as Slot
    await send(given, new Uint8Array(largePdf(21 * 1024 * 1024)))
    await check()
    expect(await stateOf(base, given.file)).toMatchObject({ state: 'refused', reason: { en: expect.stringContaining('20 MB') } })
  })
  test('sent again after its check changes nothing', async () => {
    const base = await startOne(applicant, batch)
    const given = (await slot(base)).body as unknown as Slot
    await send(given, new Uint8Array(pdf))
    await check()
    await send(given, new Uint8Array(Buffer.from('<script>evil</script>')))
    await check()
    const link = await applicant.ask(`${base}/files/${given.file}/content`)
    expect(Buffer.from(await (await fetch(String(link.body.url))).arrayBuffer()).equals(pdf)).toBe(true)
  })
  test.each([
    ['of a kind the field does not take', 'a.exe', 10, 'evidence', 'proof', 'file.wrong-kind'],
    ['larger than the field takes', 'a.pdf', 21 * 1024 * 1024, 'evidence', 'proof', 'file.too-large'],
    ['for a field that takes no files', 'a.pdf', 10, 'evidence', 'note', 'file.no-such-field'],
    ['for a field that is not there', 'a.pdf', 10, 'evidence', 'constructor', 'file.no-such-field'],
    ['with a path in its name', '../../a.pdf', 10, 'evidence', 'proof', 'request.invalid'],
  ])('gets no slot when it is %s', async (_, called, bytes, section, field, code) => {
    const base = await startOne(applicant, batch)
    const asked = await applicant.ask(`${base}/files`, { body: { section, field, name: called, bytes, type: 'x' }, key: ulid() })
    expect(asked.body.code).toBe(code)
  })
  test('gets no slot after the deadline, nor from another unit', async () => {
    const base = await startOne(applicant, batch)
    const other = await (await call.unit('university', '另一大学', province)).as()
    expect((await other.ask(`${base}/files`, { body: claim('a.pdf', 10), key: ulid() })).body.code).toBe('not-found')
    await call.at(times.collected)
    expect((await slot(base)).body.code).toBe('stage.closed')
  })
})

describe('binding', () => {
  test('takes no file that is still being checked, of another field or of another submission', async () => {
    const base = await startOne(applicant, batch)
    const elsewhere = await startOne(applicant, batch)
    const file = await upload(base, pdf)
    expect((await put(base, 0, name(file))).body.code).toBe('file.unchecked')
    await check()
    expect((await put(elsewhere, 0, name(file))).body.code).toBe('file.not-yours')
    const inPictures = await applicant.ask(`${base}/sections/report`, {
      method: 'PUT',
      body: { version: 0, values: { pictures: name(file) } },
    })
    expect(inPictures.body.code).toBe('file.not-yours')
  })
  test('keeps a submission from being handed in while a file is on its way, and no longer once its slot has run out', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    await slot(base)
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).body.code).toBe('file.unchecked')
    await call.at('2026-09-20T10:00:00.000Z')
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).status).toBe(200)
  })
  test('lets others read what was handed in, and nothing else; what was handed in is not removed', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    const file = await upload(base, pdf)
    const spare = await upload(base, pdf, '备用.pdf')
    await check()
    await put(base, 1, name(file))
    const officer = await province.as()
    expect((await officer.ask(`${base}/files/${file}/content`)).body.code).toBe('not-found')
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).status).toBe(200)
    expect((await officer.ask(`${base}/files/${file}/content`)).status).toBe(200)
    expect((await officer.ask(`${base}/files/${spare}/content`)).body.code).toBe('not-found')
    const frozen = (await applicant.ask(`${base}/versions/1`)).body.manifest as { files: { id: string }[] }
    expect(frozen.files.map(({ id }) => id)).toEqual([file])
    await applicant.ask(`${base}/recall`, { method: 'POST', key: ulid() })
    expect((await applicant.ask(`${base}/files/${file}`, { method: 'DELETE', key: ulid() })).body.code).toBe('file.frozen')
    expect((await applicant.ask(`${base}/files/${spare}`, { method: 'DELETE', key: ulid() })).status).toBe(200)
    expect((await applicant.ask(`${base}/files`)).body.rows).toHaveLength(1)
  })
  test('a removed file that is still named keeps the submission from being handed in', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    const file = await upload(base, pdf)
    await check()
    await put(base, 1, name(file))
    const key = ulid()
    expect((await applicant.ask(`${base}/files/${file}`, { method: 'DELETE', key })).status).toBe(200)
    expect((await applicant.ask(`${base}/files/${file}`, { method: 'DELETE', key })).status).toBe(200)
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).body.code).toBe('file.not-usable')
    await put(base, 2, [])
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).status).toBe(200)
  })
})

describe('a large file', () => {
  const content = largePdf(partBytes + 1_000_000)
  const begin = async (base: string) => {
    const opened = await slot(base, '大文件.pdf', content.length)
    expect(opened.body).toMatchObject({ way: 'parts', partBytes, parts: 2 })
    return String(opened.body.file)
  }
  const addressOf = async (base: string, file: string, number: number) => {
    const given = await applicant.ask(`${base}/files/${file}/parts`, { body: { numbers: [number] } })
    const [{ url } = { url: '' }] = given.body.rows as { url: string }[]
    return url
  }
  const partOf = (number: number) => ({
    method: 'PUT',
    body: new Uint8Array(content.subarray((number - 1) * partBytes, number * partBytes)),
  })
  const sendPartOf = async (base: string, file: string, number: number) => {
    const answer = await fetch(await addressOf(base, file, number), partOf(number))
    expect(answer.status).toBe(200)
    const noted = await applicant.ask(`${base}/files/${file}/parts`, { body: { done: [{ number, etag: answer.headers.get('etag') }] } })
    expect(noted.status).toBe(200)
  }
  test('is sent in parts, taken up where it broke off, joined and checked', async () => {
    const base = await startOne(applicant, batch)
    const file = await begin(base)
    const sendPart = (number: number) => sendPartOf(base, file, number)
    await sendPart(1)
    expect((await applicant.ask(`${base}/files/${file}/complete`, { method: 'POST' })).body.code).toBe('file.parts-missing')
    expect((await applicant.ask(`${base}/files/${file}/parts`)).body).toMatchObject({ parts: 2, done: [1] })
    expect((await applicant.ask(`${base}/files/${file}/parts`, { body: { numbers: [3] } })).body.code).toBe('request.invalid')
    await sendPart(2)
    expect((await applicant.ask(`${base}/files/${file}/complete`, { method: 'POST' })).status).toBe(200)
    expect((await applicant.ask(`${base}/files/${file}/complete`, { method: 'POST' })).status).toBe(200)
    await check()
    expect(await stateOf(base, file)).toMatchObject({ state: 'clean', bytes: content.length })
  })
  test('removed on its way leaves no parts, takes no more, and the same file is sent again', async () => {
    const base = await startOne(applicant, batch)
    const file = await begin(base)
    await sendPartOf(base, file, 1)
    const url = await addressOf(base, file, 2)
    expect((await applicant.ask(`${base}/files/${file}`, { method: 'DELETE', key: ulid() })).status).toBe(200)
    expect((await fetch(url, partOf(2))).status).toBe(404)
    expect((await applicant.ask(`${base}/files/${file}/parts`, { body: { numbers: [2] } })).body.code).toBe('file.not-uploading')
    expect((await applicant.ask(`${base}/files`)).body.rows).toEqual([])
    const again = await begin(base)
    await sendPartOf(base, again, 1)
    await sendPartOf(base, again, 2)
    expect((await applicant.ask(`${base}/files/${again}/complete`, { method: 'POST' })).status).toBe(200)
    await check()
    expect(await stateOf(base, again)).toMatchObject({ state: 'clean', bytes: content.length })
  })
  test('is neither continued nor finished after the deadline, whenever its slot was opened', async () => {
    const base = await startOne(applicant, batch)
    const file = await begin(base)
    await sendPartOf(base, file, 1)
    await sendPartOf(base, file, 2)
    await call.at(times.collected)
    expect((await applicant.ask(`${base}/files/${file}/parts`, { body: { numbers: [1] } })).body.code).toBe('stage.closed')
    expect((await applicant.ask(`${base}/files/${file}/complete`, { method: 'POST' })).body.code).toBe('stage.closed')
    expect(await stateOf(base, file)).toMatchObject({ state: 'waiting' })
  })
})

describe('an expert', () => {
  test('reads the files of the material under the names it gives them, of what is theirs to review, and no others', async () => {
    const anonymous = await call.openBatch(national)
    await call.table.put({ ...anonymous, settings: { ...anonymous.settings, applicantHiddenFromExpert: true } })
    const base = await startOne(applicant, anonymous)
    await fillIn(applicant, base)
    const file = await upload(base, pdf, '某大学证书.pdf')
    const spare = await upload(base, pdf, '某大学备用.pdf')
    await check()
    await put(base, 1, name(file))
    await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })
    const submission = base.split('/').at(-1) ?? ''
    const { sha256 } = await import('../../functions/aws/chain.ts')
    const [expert, token] = [ulid(), ulid()]
    const actor = { kind: 'expert', expert, name: '演示·专家', batch: anonymous.id, session: sha256(token), linkedAt: during }
    await call.table.put({ ...call.key.session(sha256(token)), actor, createdAt: during, lastSeenAt: during, ttl: 4_000_000_000 })
    await call.table.put({ ...call.key.rubric(anonymous.id), rubric: { criteria: [], commentMin: 0, commentMax: 100 } })
    const ask = (id: string) =>
      call.house.ask(`/batches/${anonymous.id}/desk/${submission}/files/${id}`, { cookie: `__Host-shuren-link=${token}` })
    expect((await ask(file)).body.code).toBe('not-found')
    const participant = { batch: anonymous.id, expert, state: 'invited', assigned: 1, submitted: 0, seq: 1, chain: '' }
    await call.table.put({ ...call.key.participant(anonymous.id, expert), ...participant })
    const review = { submission, batch: anonymous.id, category: 'one', expert, marks: {}, version: 0, seq: 1, chain: '' }
    await call.table.put({ ...call.key.review(submission, expert), ...review, state: 'assigned' })
    expect((await ask(file)).body.code).toBe('review.not-accepted')
    await call.table.put({ ...call.key.participant(anonymous.id, expert), ...participant, state: 'accepted' })
    const link = await ask(file)
    expect(link.status).toBe(200)
    const got = await fetch(String(link.body.url))
    expect([got.status, got.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="1.pdf"'])
    expect((await ask(spare)).body.code).toBe('not-found')
    await call.table.put({ ...call.key.review(submission, expert), ...review, state: 'conflict' })
    expect((await ask(file)).body.code).toBe('not-found')
  })
})
