import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, officeEmail } from './demo/founding.ts'
import { upload } from './play/applying.ts'
import { pngFile } from './play/files.ts'
import { openBatch } from './play/office.ts'
import { Caller, linkIn, Person } from './play/person.ts'
import { unitWithPerson } from './play/tree.ts'
import { freePort } from './ports.ts'
import { type Local, startLocal } from './start.ts'

const day = 86_400_000

describe('the platform on this machine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stack-'))
  let local: Local
  beforeAll(async () => {
    local = await startLocal({ dataDir, quiet: true })
  }, 60_000)
  afterAll(async () => {
    await local.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const ask = (path: string, init?: RequestInit) => fetch(`${local.origin}${path}`, init)

  test('answers the API with the refusals and the headers of the template', async () => {
    const response = await ask('/api/nothing-of-the-kind')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not-found' })
    expect(response.headers.get('content-security-policy')).toContain(`connect-src 'self' ${local.filesOrigin}`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('takes no body that the gateway would not take', async () => {
    const response = await ask('/api/batches', { method: 'POST', body: Buffer.alloc(11 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect((await ask('/', { method: 'POST' })).status).toBe(403)
  })

  test('shows what is published at its address, compressed, and nothing that is not', async () => {
    // By then the page that says so of others is published too.
    await local.settled()
    const s3 = new S3Client({})
    const page = `<!doctype html><title>公示</title>${'<p>名单</p>'.repeat(200)}`
    const put = {
      Bucket: process.env.SITE_BUCKET,
      Key: 'notices/1.html',
      Body: page,
      ContentType: 'text/html; charset=utf-8',
      CacheControl: 'max-age=60',
    }
    await s3.send(new PutObjectCommand(put))
    const response = await ask('/notices/1.html', { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('cache-control')).toBe('max-age=60')
    expect(await response.text()).toBe(page)
    for (const missing of ['/notices/2.html', '/..%2f..%2fpackage.json', '/%E0%A4%A']) {
      const answer = await ask(missing)
      expect([missing, answer.status]).toEqual([missing, 404])
      expect(await answer.text()).toContain('There is no such page')
    }
  })

  test('a browser may upload by a signed form, and its arrival is told', async () => {
    const s3 = new S3Client({})
    const Bucket = String(process.env.FILES_BUCKET)
    const seen: string[] = []
    const send = local.queues.send.bind(local.queues)
    local.queues.send = (queue, body, ...rest) => {
      seen.push(body)
      return send(queue, body, ...rest)
    }
    const Key = 'quarantine/01J9ZX4N6T0000000000000000'
    const { url, fields } = await createPresignedPost(s3, { Bucket, Key, Conditions: [['content-length-range', 1, 100]] })
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('file', new Blob(['%PDF-1.7']))
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: local.origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect((await fetch(url, { method: 'POST', body: form, headers: { origin: local.origin } })).status).toBeLessThan(300)
    expect(JSON.parse(seen[0] ?? '{}')).toMatchObject({
      Records: [{ eventName: 'ObjectCreated:Post', s3: { bucket: { name: Bucket }, object: { key: Key, size: 8 } } }],
    })
    // Nobody waits for what arrives elsewhere.
    await s3.send(new PutObjectCommand({ Bucket, Key: 'clean/1', Body: '%PDF-1.7' }))
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'clean/2', CopySource: `${Bucket}/clean/1` }))
    expect(seen).toHaveLength(1)
    const download = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'clean/2', ResponseContentDisposition: 'attachment' }), {
      expiresIn: 300,
    })
    const response = await fetch(download)
    expect(await response.text()).toBe('%PDF-1.7')
    expect(response.headers.get('content-disposition')).toBe('attachment')
  })

  test('its clock moves forward for the functions too, and rows expire by it', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { clock } = await import('../../functions/aws/clock.ts')
    const moment = (days: number) => Math.floor(local.clock.now().getTime() / 1000) + days * 86_400
    await table.put({ pk: 'SESSION#1', sk: 'HEAD', ttl: moment(2) })
    await table.put({ pk: 'SESSION#2', sk: 'HEAD', ttl: moment(9) })
    const before = clock.now().getTime()
    const moved = await ask('/local/clock', { method: 'POST', body: JSON.stringify({ advance: 'P3D' }) })
    const { now } = (await moved.json()) as { now: string }
    expect(Date.parse(now) - before).toBeGreaterThanOrEqual(3 * day)
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(3 * day)
    expect(await table.get({ pk: 'SESSION#1', sk: 'HEAD' })).toBeUndefined()
    expect(await table.get({ pk: 'SESSION#2', sk: 'HEAD' })).toBeDefined()
    expect((await ask('/local/clock', { method: 'POST', body: '{"advance":"a while"}' })).status).toBe(400)
  })

  test('says what each kind of request costs', async () => {
    await ask('/local/meter', { method: 'DELETE' })
    const { table } = await import('../../functions/aws/table.ts')
    const { writes } = await import('../../functions/aws/writes.ts')
    const { consumption } = await local.meter.measure(() =>
      table.write(writes.put({ pk: 'A', sk: 'B', text: 'x'.repeat(1500) }), writes.put({ pk: 'A', sk: 'C' })),
    )
    expect(consumption).toMatchObject({ roundTrips: 1, readUnits: 0, writeUnits: 6, calls: { TransactWriteItems: 1 } })
    await ask('/api/nothing-of-the-kind')
    expect(await (await ask('/local/meter')).json()).toHaveProperty(['GET /api/nothing-of-the-kind', 'runs'], 1)
  })

  test('what is only local is for this machine only, by its own name', async () => {
    const asked = (host: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<number | undefined>((resolve) => {
        request(`${local.origin}/local/clock`, { method, headers: { host, ...headers } }, (response) =>
          resolve(response.resume().statusCode),
        ).end()
      })
    expect(await asked('localhost')).toBe(200)
    expect(await asked('rebound.example.org')).toBe(404)
    expect(await asked('localhost', { origin: 'https://elsewhere.example.org' }, 'POST')).toBe(404)
  })
})

describe('a stack that is killed', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'killed-'))
  let running: ChildProcess | undefined
  afterAll(() => {
    running?.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function start(port: number, ...more: string[]): Promise<string> {
    const entry = fileURLToPath(new URL('start.ts', import.meta.url))
    // Without pages: this test is about what is kept.
    const child = spawn(process.execPath, [entry, '--port', String(port), '--data', dataDir, '--no-demo', '--no-build', ...more], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running = child
    let said = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text) => {
        said += text
        if (said.includes('Ready.')) resolve()
      })
      child.stderr.on('data', (text) => {
        said += text
      })
      child.once('exit', () => reject(new Error(said)))
    })
    return said
  }
  const kill = async () => {
    const ended = new Promise((resolve) => running?.once('exit', resolve))
    running?.kill('SIGKILL')
    await ended
  }

  const mailsTo = async (origin: string, to: string) =>
    (await (await fetch(`${origin}/mailbox.json?to=${encodeURIComponent(to)}`)).json()) as { id: number; subject: string }[]
  const now = async (origin: string) => Date.parse(((await (await fetch(`${origin}/local/clock`)).json()) as { now: string }).now)

  test('starts again with its clock, its mails and its files where they were, and says where it answers; --reset starts over', async () => {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    expect(await start(port)).toContain(`${origin}/mailbox`)
    await fetch(`${origin}/local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'P30D' }) })
    const queues = await (await fetch(`${origin}/local/queues`)).json()
    expect(queues).toEqual({})

    const office = new Person(origin, officeEmail, demoPassword)
    await office.signIn()
    const { active } = await office.done<{ active: { organisation: { id: string } } }>('GET', '/me')
    const province = await unitWithPerson(
      office,
      active.organisation.id,
      { kind: 'province', name: '演示·东部省' },
      { email: 'province@demo.example', name: '演示·王老师' },
    )
    const university = await unitWithPerson(
      province.person,
      province.id,
      { kind: 'university', name: '演示·东部大学' },
      { email: 'university@demo.example', name: '演示·张老师' },
    )
    const at = async (days: number) => new Date((await now(origin)) + days * day).toISOString()
    const batch = await openBatch(office, {
      template: 'information-report',
      title: '演示：信息报送',
      dates: {
        collect: { opens: await at(0.01), closes: await at(30) },
        'endorse-university': { on: false },
        deliberate: { opens: null, closes: null },
        publish: { on: false },
      },
    })
    await fetch(`${origin}/local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT1H' }) })
    const { id } = await university.person.done<{ id: string }>('POST', `/batches/${batch}/submissions`, { body: { category: 'report' } })
    const files = `/batches/${batch}/submissions/${id}/files`
    const picture = pngFile('演示.png', [200, 40, 40])
    const sent = await upload(university.person, files, { section: 'report', field: 'pictures' }, picture)
    const content = async () => {
      const { url } = await university.person.done<{ url: string }>('GET', `${files}/${sent.id}/content`)
      return Buffer.from(await (await fetch(url)).arrayBuffer())
    }
    expect(picture.bytes.equals(await content())).toBe(true)
    // Of these one was answered, and one still waits to be.
    await office.done('POST', `/organisations/${active.organisation.id}/members`, {
      body: { email: 'invited@demo.example', name: '演示·李老师', roles: ['operator'] },
    })
    await linkIn(origin, 'invited@demo.example', '/app/invitation')
    const everybody = ['province@demo.example', 'university@demo.example', 'invited@demo.example']
    const mails = await Promise.all(everybody.map((to) => mailsTo(origin, to)))
    expect(mails.every(({ length }) => length > 0)).toBe(true)

    await kill()
    await start(port)
    expect((await now(origin)) - Date.now()).toBeGreaterThan(29 * day)
    expect(await Promise.all(everybody.map((to) => mailsTo(origin, to)))).toEqual(mails)
    expect(picture.bytes.equals(await content())).toBe(true)
    await new Person(origin, 'invited@demo.example').accept()

    await kill()
    await start(port, '--reset')
    expect((await now(origin)) - Date.now()).toBeLessThan(day)
    expect(await Promise.all(everybody.map((to) => mailsTo(origin, to)))).toEqual([[], [], []])
    // Its session went with the table, as did the unit; the national office is founded anew.
    expect((await new Caller(origin).ask('POST', '/sign-in', { body: { email: officeEmail, password: demoPassword } })).status).toBe(200)
    const forgotten = new Caller(origin)
    forgotten.cookie = university.person.cookie
    expect((await forgotten.ask('GET', '/me')).status).toBe(401)
    const kept = readdirSync(`${dataDir}/buckets`, { recursive: true, withFileTypes: true })
    expect(kept.filter((entry) => entry.parentPath.includes(sent.id) || entry.name.includes(sent.id))).toEqual([])
    await kill()
  }, 120_000)
})
