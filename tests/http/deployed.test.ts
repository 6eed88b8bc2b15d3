import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Job } from '../../functions/aws/jobs.ts'
import { bundle } from '../../infra/bundle.ts'
import { type Asked, fromResult, toEvent } from '../../infra/local/gateway.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { type Call, openCall, startOne, type Unit } from './call.ts'
import { origin } from './house.ts'

type Handler = (event: unknown, context: Context) => Promise<unknown>
const place = mkdtempSync(join(tmpdir(), 'shuren-deployed-'))
const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 20_000 } as Context
let call: Call
let api: Handler
let stream: Handler

/** The module as it is deployed, far from the repository's packages, with the database of the test behind it. */
async function deployed(name: string, carries?: Record<string, string>): Promise<Handler> {
  bundle(`functions/${name}/lambda.ts`, join(place, name), carries)
  return ((await import(/* @vite-ignore */ pathToFileURL(join(place, name, 'index.mjs')).href)) as { handler: Handler }).handler
}
const fonts = {
  'fonts/NotoSansSC_400Regular.ttf': 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'fonts/NotoSansSC_700Bold.ttf': 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

beforeAll(async () => {
  call = await openCall()
  await call.at(new Date().toISOString())
  api = await deployed('api')
  stream = await deployed('stream', fonts)
}, 120_000)
afterAll(async () => {
  await call.close()
  rmSync(place, { recursive: true })
})

/** A batch of a template that the platform comes with: what is deployed knows no other. */
const template = templateOf('information-report', 1)
const form = template && formOf(template, 'report')
const openReports = (host: Unit) =>
  call.openBatch(host, {
    template: { key: 'information-report', version: 1 },
    categories: [{ key: 'report', on: true, places: 10 }],
    stages: (template?.stages ?? []).map(({ key, kind, title, level }) => ({
      key,
      kind,
      title,
      ...(level && { level }),
      opens: '2026-01-01T00:00:00.000Z',
      closes: '2099-01-01T00:00:00.000Z',
      on: true,
    })),
  })

const asked = (path: string, changes: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  path: `/api${path}`,
  query: '',
  headers: { host: 'shuren.example' },
  body: Buffer.alloc(0),
  from: '127.0.0.1',
  ...changes,
})
const answered = async (request: Asked) =>
  fromResult(await api(toEvent(request, { key: 'ANY /api/{proxy+}' } as never, {}, Date.now()), context))

test('the API as deployed: serves, refuses, and loads what is rarely needed', { timeout: 60_000 }, async () => {
  const national = await call.unit('national', '主管单位')
  const university = await call.unit('university', '理工大学', national)
  const batch = await openReports(national)
  const [host, applicant] = [await national.as(), await university.as()]

  const nobody = await answered(asked('/me'))
  expect(nobody.status).toBe(401)
  expect(JSON.parse(nobody.body.toString())).toMatchObject({ code: 'session.missing' })

  // The whole of it: reading the body, the database, the event's shape.
  const open = { host: 'shuren.example', cookie: applicant.cookie, origin, 'content-type': 'application/json' }
  const shown = await answered(asked(`/batches/${batch.id}`, { headers: open }))
  expect(shown.status).toBe(200)
  expect(JSON.parse(shown.body.toString())).toMatchObject({ id: batch.id, part: 'invited' })
  const refused = await answered(
    asked(`/batches/${batch.id}/submissions`, { method: 'POST', headers: open, body: Buffer.from('{"category":1}') }),
  )
  expect([refused.status, JSON.parse(refused.body.toString()).code]).toEqual([400, 'request.invalid'])

  // Excel comes in a part of its own, and leaves as bytes.
  const sheet = await answered(
    asked(`/batches/${batch.id}/submissions.xlsx`, { query: 'language=zh', headers: { host: 'shuren.example', cookie: host.cookie } }),
  )
  expect([sheet.status, sheet.body.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('the worker as deployed: makes a document with the fonts it carries', { timeout: 60_000 }, async () => {
  const national = await call.unit('national', '主管单位')
  const university = await call.unit('university', '师范大学', await call.unit('province', '省级单位', national))
  const applicant = await university.as()
  const base = await startOne(applicant, await openReports(national), 'report')
  for (const [section, values] of Object.entries(form ? fillForm(form, 1, { files: () => [] }) : {}))
    expect((await applicant.ask(`${base}/sections/${section}`, { method: 'PUT', body: { version: 0, values } })).status).toBe(200)
  expect((await applicant.ask(`${base}/submit`, { method: 'POST' })).status).toBe(200)
  const job: Job = { job: 'application-pdf', submission: base.split('/').at(-1) ?? '', version: 1 }
  const before = new Set(call.house.objects.keys())
  const event = { Records: [{ messageId: 'm', eventSource: 'aws:sqs', body: JSON.stringify(job) }] } as SQSEvent
  expect(await stream(event, context)).toEqual({ batchItemFailures: [] })
  const made = [...call.house.objects].filter(([name]) => !before.has(name)).map(([, content]) => content)
  expect(made.map((content) => content.subarray(0, 5).toString())).toEqual(['%PDF-'])
})
