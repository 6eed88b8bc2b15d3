import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Account, foundPlatform } from './demo/founding.ts'
import { seedDemo } from './demo/seed.ts'
import { dataDirectory, type Options, type Stack, startStack } from './stack.ts'
import { ensureBuilt } from './web.ts'

const begun = (directory: string) => `${directory}/demo-begun`

/** Starts the local stack for a test, a bench or a season: on a free port unless told otherwise, with no demo unless wanted. */
export async function startLocal(options: Options & { demo?: boolean; say?: (text: string) => void } = {}) {
  const { dataDir = dataDirectory, say = () => {} } = options
  // Half a demo is of no use to anybody, and nothing else can be there yet.
  const stack = await startStack({ ...options, reset: options.reset === true || existsSync(begun(dataDir)) })
  const accounts = await furnished(stack, dataDir, options.demo === true, say)
  return { ...stack, accounts, metrics: () => stack.meter.totals() }
}
export type Local = Awaited<ReturnType<typeof startLocal>>

/** An empty platform gets its national office and, if wanted, the demo, once; the accounts are remembered there, to be printed on every start. */
async function furnished(stack: Stack, dataDir: string, demo: boolean, say: (text: string) => void): Promise<Account[]> {
  const { origin, database, fresh, clock } = stack
  const known = database.prepare("SELECT value FROM settings WHERE name = 'demo'").get()
  if (known) return JSON.parse(String(known.value)) as Account[]
  if (!fresh) return []
  writeFileSync(begun(dataDir), '')
  if (demo) say('Filling the empty platform with a demo (once, about two minutes; --no-demo leaves it empty) …')
  const accounts = demo ? await seedDemo(origin, clock.beginAt, say) : [await foundPlatform(origin)]
  database.prepare("INSERT INTO settings VALUES ('demo', ?)").run(JSON.stringify(accounts))
  rmSync(begun(dataDir))
  return accounts
}

const usage = `npm start -- [options]
  --port N      the port to answer on (3000, or the next free one)
  --data DIR    where everything is kept (.local/data)
  --reset       start over with nothing
  --no-demo     do not fill an empty platform with the demo
  --no-build    take the web files as they are
  --dev         pages from Vite, as they are being written`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string', default: dataDirectory },
      reset: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(usage)
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port ${values.port} is no port\n\n${usage}`)
  if (!values.dev && !values['no-build']) await ensureBuilt(say)
  const local = await startOn(port, {
    dataDir: values.data,
    reset: values.reset,
    development: values.dev,
    demo: !values['no-demo'],
    say,
    ...(process.env.SMTP_URL && { forwardMail: process.env.SMTP_URL }),
  })
  const stop = () => {
    say('Stopping …')
    local.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const { facts, executions } = local.resumed
  if (facts + executions > 0) say(`Went on with ${executions} workflows and ${facts} facts of the run before.`)
  const width = Math.max(0, ...local.accounts.map(({ role }) => columns(role)))
  say(
    [
      '',
      `  Shuren  树人      ${local.origin}/app/`,
      `  Public  公开网站  ${local.origin}/`,
      `  Mailbox 邮箱      ${local.mailbox}`,
      ...local.accounts.map(
        (account) =>
          `  ${account.role}${' '.repeat(width - columns(account.role))}  ${'password' in account ? `${account.email}  ${account.password}` : `${local.origin}${account.mail}`}`,
      ),
      '',
      'Ready. Ctrl-C stops; everything is kept.',
    ].join('\n'),
  )
}

/** Takes the port asked for or none; without a wish, 3000 or one of the next that are free. */
async function startOn(port: number | undefined, options: Parameters<typeof startLocal>[0]) {
  const wishes = port === undefined ? [3000, 3001, 3002, 3003, 3004, 0] : [port]
  for (const wish of wishes) if (wish === 0 || (await isFree(wish))) return startLocal({ ...options, port: wish })
  throw new Error(`Port ${port} is taken. Choose another with --port.`)
}

async function isFree(port: number): Promise<boolean> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** How wide a terminal shows a text: a Chinese character takes two columns. */
const columns = (text: string): number => [...text].reduce((sum, sign) => sum + (sign >= '\u2e80' ? 2 : 1), 0)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

if (process.argv[1] === fileURLToPath(import.meta.url))
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
