import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Recorded } from '../../events/catalogue.ts'
import { clock } from '../../functions/aws/clock.ts'
import type { Job } from '../../functions/aws/jobs.ts'
import { layOut } from '../../functions/mail/layout.ts'
import { engineEnvironment, startEngine } from '../../infra/local/engine.ts'
import { tee } from '../../infra/local/tee.ts'
import { compose, isMailKey } from '../../shared/mails/catalogue.ts'

export const origin = 'https://shuren.example'
type Mail = Extract<Job, { job: 'mail' }>
export type Answer = { status: number; body: Record<string, unknown>; headers: Headers; cookie: string | undefined }
export type Asking = { method?: string; body?: unknown; raw?: Uint8Array; cookie?: string; key?: string; headers?: Record<string, string> }

/**
 * The API in this process, on an engine in memory. Facts are reacted to and jobs are done when a test says `settle`;
 * mails are kept instead of sent. Objects are kept in memory.
 */
export async function openHouse() {
  const engine = await startEngine()
  const messages: Job[] = []
  const objects = new Map<string, Buffer>()
  const refusing = new Set<string>()
  const holding = new Map<string, Promise<void>>()
  const passedOver = new Set<Job['job']>()
  const services = createServer(async (request, response) => {
    const content = await read(request)
    if (request.headers['x-amz-target'] === 'AmazonSQS.SendMessage') {
      const { MessageBody } = JSON.parse(content.toString()) as { MessageBody: string }
      messages.push(JSON.parse(MessageBody) as Job)
      response.setHeader('content-type', 'application/x-amz-json-1.0')
      return response.end(JSON.stringify({ MessageId: 'm', MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') }))
    }
    const name = (request.url ?? '').split('?')[0] ?? ''
    if (refusing.has(name)) {
      response.statusCode = 403
      return response.end('<Error><Code>AccessDenied</Code></Error>')
    }
    if (request.method === 'PUT') {
      const held = holding.get(name)
      holding.delete(name)
      await held
      objects.set(name, content)
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      response.statusCode = 204
      return response.end()
    }
    const kept = objects.get(name)
    response.statusCode = kept ? 200 : 404
    return response.end(request.method === 'GET' ? (kept ?? '<Error><Code>NoSuchKey</Code></Error>') : undefined)
  })
  await new Promise<void>((resolve) => services.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(services.address() as AddressInfo).port}`
  Object.assign(process.env, engineEnvironment(engine.endpoint, await engine.createTable()), {
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    FILES_BUCKET: 'files',
    SITE_BUCKET: 'site',
    JOBS_QUEUE_URL: `${endpoint}/jobs`,
    DOCUMENTS_QUEUE_URL: `${endpoint}/documents`,
    STATE_MACHINE_ARN: 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:batches',
    SCHEDULER_GROUP: 'shuren',
    SCHEDULER_ROLE_ARN: 'arn:aws:iam::000000000000:role/schedules',
    SCHEDULE_TARGET_ARN: 'arn:aws:lambda:ap-southeast-1:000000000000:function:workflow',
    PUBLIC_ORIGIN: origin,
    MAIL_FROM: 'shuren@example.org',
    SMTP_URL: 'smtp://127.0.0.1:1',
  })
  const { createApp } = await import('../../functions/api/app.ts')
  const { allRoutes } = await import('../../functions/api/slices.ts')
  const { dynamo } = await import('../../functions/aws/dynamo.ts')
  const { react } = await import('../../functions/stream/reactions.ts')
  const { work } = await import('../../functions/stream/jobs.ts')
  const facts: Recorded[] = []
  const ignore = () => {}
  tee(dynamo, {
    intend: (rows) => ({ ids: [], rows }),
    acknowledged: ({ rows }) => {
      for (const row of rows) if (row.kind?.S === 'event') facts.push(unmarshall(row) as Recorded)
    },
    refused: ignore,
    uncertain: ignore,
  })
  const app = createApp(await allRoutes())
  const mails: Mail[] = []

  const ask = async (path: string, { method, body, raw, cookie, key, headers }: Asking = {}): Promise<Answer> => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.request(`${origin}/api${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      body: sent as RequestInit['body'],
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...(key && { 'idempotency-key': key }),
        origin,
        ...headers,
      },
    })
    const set = response.headers.get('set-cookie')
    const json =
      method !== 'HEAD' && response.headers.get('content-type')?.includes('json') && response.status !== 304 ? await response.json() : {}
    return { status: response.status, body: json as Record<string, unknown>, headers: response.headers, cookie: set?.split(';')[0] }
  }

  return {
    ask,
    /** The answer to a reading request as it is sent. */
    async askRaw(path: string, cookie: string): Promise<Response> {
      return app.request(`${origin}/api${path}`, { headers: { cookie } })
    },
    async askBytes(path: string, cookie: string): Promise<Uint8Array> {
      return new Uint8Array(await (await this.askRaw(path, cookie)).arrayBuffer())
    },
    mails,
    objects,
    /** Names of objects that the store refuses to take. */
    refusing,
    /** Names of objects of which the store takes the next version only then. */
    holding,
    /** Kinds of work that are not done: none of the tests beside looks at what comes of it. */
    passedOver,
    /** Reacts to what became true and does the work that follows, until nothing is left. */
    async settle() {
      while (facts.length > 0 || messages.length > 0) {
        const fact = facts.shift()
        if (fact) await react(fact)
        const job = messages.shift()
        if (job?.job === 'mail') mails.push(readable(job, mails))
        else if (job && !passedOver.has(job.job)) await work(job)
      }
    },
    /** The secret of the latest mail of a kind to an address. */
    async secret(mail: string, to: string): Promise<string> {
      await this.settle()
      const found = mails.findLast((one) => one.mail === mail && one.to === to)
      return /#t=([\w-]+)/.exec(String(found?.data.link))?.[1] ?? ''
    },
    async close() {
      services.closeAllConnections()
      await new Promise((resolve) => services.close(resolve))
      dynamo.destroy()
      await engine.stop()
    },
  }
}
/**
 * The mail, after it could be written from its data: a mail that nobody can write must not be found out by the queue. A mail with the id of
 * an earlier one is a repeat of it and says the same, but for a link made anew: else a mailbox keeps only one of the two.
 */
function readable(mail: Mail, earlier: readonly Mail[]): Mail {
  if (!isMailKey(mail.mail)) throw new Error(`no such mail: ${mail.mail}`)
  layOut(compose(mail.mail, mail.data))
  const says = ({ data: { link: _, ...data } }: Mail) => JSON.stringify(data)
  const other = earlier.find(({ mail: key, id, to }) => key === mail.mail && id === mail.id && to === mail.to)
  if (other && says(other) !== says(mail)) throw new Error(`two mails with one id: ${mail.mail} ${mail.id}`)
  return mail
}

export type House = Awaited<ReturnType<typeof openHouse>>

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const present = clock.now
/** Lets so many minutes go by for the functions; with none of them it is now again. */
export const laterBy = (minutes: number): void => {
  clock.now = minutes === 0 ? present : () => new Date(Date.now() + minutes * 60_000)
}

export const password = 'Wutong-2024-shu'

/** The national office with its first administrator, signed in. */
export async function foundOffice(house: House) {
  const { found } = await import('../../functions/people/founding.ts')
  const founded = await found({ title: '演示·国家级主管单位', name: '演示·李老师', email: 'office@example.org' })
  if (!founded.ok) throw new Error(founded.code)
  const accepted = await house.ask('/invitations/accept', { body: { token: founded.value.token, password } })
  return { organisation: founded.value.organisation, cookie: accepted.cookie ?? '', token: founded.value.token }
}

/** Invites somebody and accepts as them: their id and cookie. */
export async function joinAs(house: House, by: string, organisation: string, email: string, roles: string[]) {
  const invited = await house.ask(`/organisations/${organisation}/members`, { cookie: by, body: { email, name: `演示·${email}`, roles } })
  const token = await house.secret('invitation', email)
  const accepted = await house.ask('/invitations/accept', { body: { token, password } })
  return { person: String(invited.body.person), cookie: accepted.cookie ?? '', token }
}
