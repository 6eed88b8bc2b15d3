import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

  async function start(port: number): Promise<string> {
    const entry = fileURLToPath(new URL('start.ts', import.meta.url))
    // Without pages: this test is about what is kept.
    const child = spawn(process.execPath, [entry, '--port', String(port), '--data', dataDir, '--no-demo', '--no-build'], {
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

  test('starts again with its clock, its mails and its files where they were, and says where it answers', async () => {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    expect(await start(port)).toContain(`${origin}/mailbox`)
    await fetch(`${origin}/local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'P30D' }) })
    const queues = await (await fetch(`${origin}/local/queues`)).json()
    expect(queues).toEqual({})
    await kill()
    await start(port)
    const { now } = (await (await fetch(`${origin}/local/clock`)).json()) as { now: string }
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(29 * day)
    await kill()
  }, 90_000)
})
