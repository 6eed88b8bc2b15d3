import { mkdirSync, rmSync } from 'node:fs'
import { DescribeTableCommand, type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { unknownTypes } from './bodies.ts'
import { objectsOf, openBuckets } from './buckets.ts'
import { LocalClock } from './clock.ts'
import { openDatabase } from './database.ts'
import { createTable, tableOf } from './definition.ts'
import { developWeb } from './develop-web.ts'
import { createDoor, type Rooms } from './door.ts'
import { clientOf, engineEnvironment, openEngine } from './engine.ts'
import { Executions } from './executions.ts'
import { expireRows } from './expiry.ts'
import { type Failures, Feed } from './feed.ts'
import { Functions } from './functions.ts'
import { createGateway } from './http.ts'
import { holdAlone } from './lock.ts'
import { catchMail, Mails } from './mail.ts'
import { Meter } from './meter.ts'
import { close, listen, portOf } from './ports.ts'
import { Queues } from './queues.ts'
import { root } from './root.ts'
import { localRoutes } from './routes.ts'
import { Schedules } from './schedules.ts'
import { createServices } from './services.ts'
import { builtFile, createSite } from './site.ts'
import { tee } from './tee.ts'
import { localSettings, localTemplate } from './template.ts'
import { wiringOf } from './wiring.ts'

export type Options = {
  /** 0 or nothing: any free port. */
  port?: number
  /** Where everything is kept; `.local/data` unless said otherwise. */
  dataDir?: string
  /** Starts over with nothing. */
  reset?: boolean
  /** The pages come from Vite, as they are being written. */
  development?: boolean
  /** Of the functions' logs only the errors. */
  quiet?: boolean
  /** A mail server that gets each mail too. */
  forwardMail?: string
}

export const dataDirectory = `${root}.local/data`
const { region } = localSettings
/** Runs at once for each queue. */
const runsAtOnce = 4

/** The whole platform on this machine, as the template describes it. Everything acknowledged survives a kill at any moment. */
export async function startStack(options: Options = {}) {
  const { dataDir = dataDirectory, quiet = false } = options
  if (options.reset) rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const release = holdAlone(dataDir)
  const template = await localTemplate()
  const unknown = unknownTypes(template)
  if (unknown.length > 0)
    throw new Error(`Neither a local body nor a reason for having none: ${unknown.join(', ')} (infra/local/bodies.ts)`)

  const database = openDatabase(dataDir)
  const clock = new LocalClock(database)
  const now = () => clock.now()
  const meter = new Meter()
  const mails = new Mails(database, now, options.forwardMail)
  const catcher = await catchMail(mails, await portOf('mail'))
  const engine = await openEngine(`${dataDir}/table.sqlite`, await portOf('engine'))
  const port = await portOf('door', options.port)
  const origin = `http://localhost:${port}`
  const filesOrigin = `http://127.0.0.1:${await portOf('files')}`
  const servicesPort = await portOf('services')
  const services = `http://127.0.0.1:${servicesPort}`
  const wiring = wiringOf(template, { origin, filesOrigin, services, mail: catcher.url })

  const client = clientOf(engine.endpoint)
  const fresh = await ensureTable(client, wiring.table, tableOf(template).definition)
  const queues = new Queues({ database, region, now, queues: wiring.queues })
  const named = (arn: string | undefined) => {
    const queue = queues.byArn(arn ?? '')
    if (!queue) throw new Error(`No queue has the ARN ${arn}`)
    return queue
  }
  const buckets = await openBuckets({
    directory: `${dataDir}/buckets`,
    port: Number(new URL(filesOrigin).port),
    region,
    definitions: wiring.buckets,
    notify: (arn, body) => queues.send(named(arn), body),
  })

  const functions = new Functions(meter)
  const object = objectsOf(filesOrigin)
  const executions = new Executions({
    database,
    now,
    machines: wiring.machines,
    invoke: (fn, event) => functions.invoke(fn, event),
    readObject: async (bucket, key) => {
      const found = await object(bucket, key)
      if (!found) throw new Error(`There is no ${key} in ${bucket}`)
      return found.body.toString('utf8')
    },
  })
  const schedules = new Schedules({
    database,
    clock,
    rules: wiring.rules,
    invoke: (target, input) => functions.invoke(target, input),
    settled: () => settled(),
  })
  const servicesServer = createServices({ queues, executions, schedules, groups: wiring.groups })
  await listen(servicesServer, servicesPort)

  await functions.load(wiring.functions, {
    ...engineEnvironment(engine.endpoint, wiring.table),
    ...servicesEnvironment(filesOrigin, services),
    POWERTOOLS_LOG_LEVEL: quiet ? 'ERROR' : 'WARN',
  })
  const facts = new Feed({
    database,
    client,
    table: wiring.table,
    region,
    mapping: wiring.facts.mapping,
    now,
    invoke: async (event) => (await functions.invoke(wiring.facts.fn, event, 'facts')) as Failures,
    giveUp: (record, reason) => {
      process.stderr.write(`A fact was given up: ${record.dynamodb?.Keys?.pk?.S} ${record.dynamodb?.Keys?.sk?.S}: ${reason}\n`)
      if (wiring.facts.aside) queues.send(named(wiring.facts.aside), JSON.stringify({ reason, record }))
    },
  })
  await followFunctions(facts, meter, now)
  for (const { queueArn, fn, batchSize, concurrency } of wiring.jobs) {
    const invoke = async (event: unknown) => (await functions.invoke(fn, event, 'jobs')) as undefined
    // All functions share this process: more at once would only make each of them, and the mail somebody waits for, slower.
    queues.consume({ queue: named(queueArn).name, batchSize, concurrency: Math.min(concurrency, runsAtOnce), invoke })
  }

  const file = async (key: string) => builtFile(`${root}web/dist`, key) ?? (await object(wiring.siteBucket, key))
  const gateway = createGateway({
    routes: wiring.routes,
    integrations: wiring.integrations,
    functions,
    origin,
    now,
    site: (asked) => site(asked),
  })
  const site = createSite({ distribution: wiring.distribution, policies: wiring.policies, file, api: gateway })

  /** Waits until nothing follows any more from what has happened, and says whether that came to be before patience ended. */
  async function settled(patienceMs = 15 * 60_000): Promise<boolean> {
    const until = Date.now() + patienceMs
    let looks = 0
    while (looks < 3 && Date.now() < until) {
      queues.wake()
      looks = facts.isIdle() && queues.isIdle() && executions.isIdle() ? looks + 1 : 0
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    return looks >= 3
  }
  const advance = async (moment: number) => {
    await settled()
    await schedules.advanceTo(moment)
    await expireRows(client, wiring.table, tableOf(template).definition.TimeToLiveSpecification?.AttributeName, now())
  }

  /** The template of this machine has no SES whose reports a rule would take to the queue of jobs; here they come there at once (`besideTheTemplate`). */
  const report = (event: object) => {
    const jobs = queues.byUrl(wiring.jobsUrl)
    if (!jobs) throw new Error(`No queue lies at ${wiring.jobsUrl}`)
    queues.send(jobs, JSON.stringify(event))
  }
  const rooms: Rooms = { local: localRoutes({ clock, advance, settled, mails, meter, queues, report, database }), site }
  const door = createDoor(rooms)
  if (options.development) rooms.development = await developWeb(door, (key) => object(wiring.siteBucket, key))
  await listen(door, port)
  // `localhost` may mean either address; where there is no IPv6, the first is enough.
  const doorSix = createDoor(rooms)
  await listen(doorSix, port, '::1').catch(() => undefined)

  const replayed = await facts.replay()
  const resumed = executions.resume()
  schedules.start()
  const ticking = setInterval(() => queues.wake(), 250)
  ticking.unref()

  return {
    origin,
    filesOrigin,
    mailbox: `${origin}/mailbox`,
    clock: { now: () => new Date(clock.now()), advanceTo: advance, beginAt: (moment: number) => clock.beginAt(moment) },
    mails,
    meter,
    queues,
    executions,
    schedules,
    database,
    table: { client, name: wiring.table },
    engine: engine.kind,
    fresh,
    settled,
    resumed: { facts: replayed, executions: resumed },
    async stop() {
      clearInterval(ticking)
      await Promise.all([close(door), close(doorSix)])
      await schedules.stop()
      await settled(2000)
      facts.stop()
      queues.stop()
      executions.stop()
      await close(servicesServer)
      await buckets.stop()
      await catcher.stop()
      client.destroy()
      await engine.stop()
      database.close()
      release()
    },
  }
}
export type Stack = Awaited<ReturnType<typeof startStack>>

/** Whether the table had to be made, because nothing was there. */
async function ensureTable(client: DynamoDBClient, name: string, definition: ReturnType<typeof tableOf>['definition']): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName: name }))
    return false
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await createTable(client, name, definition)
    return true
  }
}

/** What the functions' SDK reads from the environment to find the services here, beside the table. */
const servicesEnvironment = (filesOrigin: string, services: string): Record<string, string> => ({
  AWS_ENDPOINT_URL_S3: filesOrigin,
  AWS_ENDPOINT_URL_SQS: services,
  AWS_ENDPOINT_URL_SFN: services,
  AWS_ENDPOINT_URL_SCHEDULER: services,
  // The object store knows no checksums beyond the signature's.
  AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
  AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SESSION_TOKEN: '',
  POWERTOOLS_TRACE_ENABLED: 'false',
  POWERTOOLS_METRICS_DISABLED: 'true',
})

/** The functions' own client and clock, once they are loaded: the stream is told of the one, the other can be moved. */
async function followFunctions(facts: Feed, meter: Meter, now: () => number): Promise<void> {
  const [{ dynamo }, { clock }] = await Promise.all([import('../../functions/aws/dynamo.ts'), import('../../functions/aws/clock.ts')])
  tee(dynamo, facts)
  meter.attach(dynamo)
  clock.now = () => new Date(now())
}
