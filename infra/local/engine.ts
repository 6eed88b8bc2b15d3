import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ulid } from 'ulid'
import { createTable, tableOf } from './definition.ts'
import { freePort } from './ports.ts'
import { root } from './root.ts'
import { localSettings, localTemplate } from './template.ts'

/** Keys that every local body accepts; the object store knows only these. */
export const localKeys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

export type Engine = { endpoint: string; kind: 'given' | 'dynoxide' | 'dynamodb-local'; stop: () => Promise<void> }
type Found = { kind: 'given'; endpoint: string } | { kind: 'dynoxide'; binary: string } | { kind: 'dynamodb-local'; jar: string }

const require = createRequire(import.meta.url)
const jar = `${root}.local/dynamodb-local/node_modules/amplify-dynamodb-simulator/emulator/DynamoDBLocal.jar`

/** The native engine that npm has installed for this platform, if it has one. */
function nativeBinary(): string | undefined {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  try {
    return require.resolve(`@dynoxide/${process.platform}-${process.arch}/${name}`)
  } catch {
    return undefined
  }
}

const hasJava = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

/** Whether the official DynamoDB Local could answer here, as a second opinion. */
export const hasSecondOpinion = () => existsSync(jar) && hasJava()

/** What lies on this machine. */
const present = () => ({ binary: nativeBinary(), jar: hasSecondOpinion() ? jar : undefined })

/** Which engine answers for the table here. `DYNAMODB_ENGINE=dynamodb-local` passes over the native one. */
export function findEngine(environment: NodeJS.ProcessEnv = process.env, here = present()): Found {
  if (environment.DYNAMODB_ENDPOINT) return { kind: 'given', endpoint: environment.DYNAMODB_ENDPOINT }
  if (here.binary && environment.DYNAMODB_ENGINE !== 'dynamodb-local') return { kind: 'dynoxide', binary: here.binary }
  if (here.jar) return { kind: 'dynamodb-local', jar: here.jar }
  throw new Error(
    [
      `No database engine was found for ${process.platform}-${process.arch}. There are three ways out:`,
      '  1. set DYNAMODB_ENDPOINT to any server that speaks the DynamoDB protocol, e.g. http://127.0.0.1:8000',
      `  2. install the native engine, if there is one for this platform: npm install --no-save @dynoxide/${process.platform}-${process.arch}`,
      '  3. with Java 17 or newer, install DynamoDB Local: npm run dynamodb-local',
    ].join('\n'),
  )
}

/** Starts the engine on a file, or in memory when none is named. */
export async function openEngine(file?: string, wanted?: number, found: Found = findEngine()): Promise<Engine> {
  if (found.kind === 'given') return { kind: found.kind, endpoint: found.endpoint, stop: async () => {} }
  const port = wanted ?? (await freePort())
  const child = found.kind === 'dynoxide' ? startNative(found.binary, port, file) : startJava(found.jar, port, file)
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-2000)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([
    answering(port),
    ended.then(() => {
      throw new Error(`The database engine (${found.kind}) ended at once: ${complaint || 'it gave no reason'}`)
    }),
  ])
  const stop = async () => {
    child.stdin?.end()
    await ended
  }
  return { kind: found.kind, endpoint: `http://127.0.0.1:${port}`, stop }
}

/**
 * The engine must not outlive us, however we end: a shell waits for its input, which closes with our process, and then ends the engine.
 */
function guarded(command: string, args: string[]): ChildProcess {
  if (process.platform === 'win32') return spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] })
  const guard = '"$@" </dev/null & engine=$!; { cat >/dev/null; kill $engine; } <&3 & wait $engine'
  const child = spawn('sh', ['-c', `exec 3<&0; ${guard}`, 'engine', command, ...args], { stdio: ['pipe', 'ignore', 'pipe'] })
  return child
}

function startNative(binary: string, port: number, file: string | undefined): ChildProcess {
  return guarded(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])])
}

function startJava(archive: string, port: number, file: string | undefined): ChildProcess {
  const directory = archive.replace(/[^/\\]+$/, '')
  const where = file ? ['-dbPath', file.replace(/[^/\\]+$/, '')] : ['-inMemory']
  const args = [`-Djava.library.path=${directory}DynamoDBLocal_lib`, '-jar', archive, '-port', String(port), '-sharedDb', ...where]
  return guarded('java', args)
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The database engine does not answer')
}

export const clientOf = (endpoint: string) => new DynamoDBClient({ endpoint, region: localSettings.region, credentials: localKeys })

/** What the SDK reads from the environment to find the table here instead of in the cloud. */
export const engineEnvironment = (endpoint: string, table: string): Record<string, string> => ({
  AWS_REGION: localSettings.region,
  AWS_ACCESS_KEY_ID: localKeys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localKeys.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  TABLE_NAME: table,
})

/** An engine in memory for tests of stores; every `createTable` gives an empty table of the template's shape, in milliseconds. */
export async function startEngine(): Promise<Engine & { createTable: (streaming?: boolean) => Promise<string> }> {
  const engine = await openEngine()
  const client = clientOf(engine.endpoint)
  const { definition } = tableOf(await localTemplate())
  return {
    ...engine,
    async createTable(streaming = false) {
      const name = `shuren-${ulid()}`
      await createTable(client, name, definition, streaming)
      return name
    },
    async stop() {
      client.destroy()
      await engine.stop()
    },
  }
}
