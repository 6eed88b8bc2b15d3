// All checks, row by row, those of a row side by side; one that fails does not keep the next from running. Ends with one total over all of them.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}.local/reports/`
const jar = `${root}.local/dynamodb-local/node_modules/amplify-dynamodb-simulator/emulator/DynamoDBLocal.jar`
const java = spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

/** Where a stack keeps what is thrown away with it: in memory where the machine has room there, because on a disk each write waits for it; what a kill leaves survives in both. */
const passing = roomIn('/dev/shm') ? { TMPDIR: '/dev/shm' } : {}
function roomIn(directory) {
  try {
    accessSync(directory, constants.W_OK)
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize > 4 * 1024 ** 3
  } catch {
    return false
  }
}

/** A check that is one command and passes or fails as a whole. */
const command = (name, ...args) => ({ name, args })
/** A run of tests, each of which counts. Threads that clear memory away only wait for each other where two runs share two cores. */
const tests = (name, args, env = {}) => ({
  name,
  env,
  report: `${reports}${name.replaceAll(/\W+/g, '-')}.json`,
  args: ['node', '--single-threaded-gc', 'node_modules/vitest/vitest.mjs', 'run', ...args],
})

/** Checks that are run side by side, so many at a time: the longest first, so that the short ones fill what is left. */
const row = (atOnce, ...checks) => ({ atOnce, checks })

/** Tests that rest on what the database promises: conditions, races, transactions, indexes. docs/local-stack.md says when their second opinion is asked. */
const onTheDatabase = ['infra/local/engine.test.ts', 'tests/http', 'tests/permissions']

const lint = command('lint', 'biome', 'check', '.')
const directions = command('import directions', 'depcruise', 'shared', 'events', 'functions', 'infra', 'web/src', 'tests')
const unused = command('nothing unused', 'knip')
/** By its path: both compilers bring a `tsc`, and which of the two npm links is not settled. */
const compiler = 'node_modules/typescript-native/bin/tsc'
const types = command('types', 'node', compiler, '-p', 'tsconfig.json')
const pageTypes = command('types of the pages', 'node', compiler, '-p', 'web/tsconfig.json')
const document = command('document of the interface', 'node', 'infra/local/openapi/write.ts', '--check')
const synth = command('template of both partitions', 'npm', 'run', '--silent', 'synth')
const pages = command('web files', 'node', 'infra/local/build.ts')
const units = tests('unit, store, http and template tests', [], passing)
/** Three parts, each with a stack and a world of its own: much of a journey is waiting for what a person would wait for too. */
const partsOfJourneys = (...more) =>
  [1, 2, 3].map((part) => tests(`journeys ${part}`, ['--config', 'tests/journeys/vitest.config.ts', '--shard', `${part}/3`, ...more]))
/** What people do, without the rounds that look at every page and part in each width and language: these are slower checks. */
const journeys = partsOfJourneys(...['design', 'legible', 'sweep'].flatMap((round) => ['--exclude', `tests/journeys/${round}.test.ts`]))
const journeysAndRounds = partsOfJourneys()
const prepared = command('what the tests start from', 'node', 'tests/prepare.ts')
/** Where Java is: the tests of the stores on the official DynamoDB Local. */
const second = [
  ...(existsSync(jar) ? [] : [row(1, command('DynamoDB Local', 'npm', 'run', '--silent', 'dynamodb-local'))]),
  row(
    1,
    tests('second opinion of DynamoDB Local', [...onTheDatabase, '--testTimeout=120000', '--hookTimeout=180000'], {
      DYNAMODB_ENGINE: 'dynamodb-local',
    }),
  ),
]
const season = {
  ...command('season', 'npm', 'run', '--silent', 'season', '--', '--submissions', '16', '--concurrency', '4', '--kill'),
  env: passing,
}
/** The demo that `npm start` plays into an empty database, looked at as somebody new does: minutes of what the season and the journeys do too, so for those who verify a change. */
const demo = { ...command('demo', 'npm', 'run', '--silent', 'demo'), env: passing }
/** What is exact and can fail of the bench; its times are read where the machine does nothing else. */
const figures = command('units and sizes within their budgets', 'npm', 'run', '--silent', 'bench', '--', '--exact')

const short = row(2, types, document, pageTypes, pages, unused, directions, lint, prepared)
/** Four at a time what takes minutes: a journey waits more than it works, and what follows the first begins when one of them is done. */
const plans = {
  test: [short, row(4, units, ...journeys)],
  all: [short, row(4, units, ...journeysAndRounds, season, figures, synth)],
  verify: [short, row(4, units, ...journeysAndRounds, demo, synth)],
  second: java ? second : [],
}

/** The line with which a run of tests says that a file is done. */
const finished = /^ *[✓❯×✗] .*\.test\.ts .*/

/** Runs a check; what it prints is shown as it comes, or when it is done where others run beside it: until then, a line for each file of tests. */
function run({ name, args, env, report }, alone) {
  const started = Date.now()
  const [program, ...rest] = args
  const asked = report ? [...rest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : rest
  const child = spawn(program, asked, {
    cwd: root,
    stdio: ['ignore', ...Array(2).fill(alone ? 'inherit' : 'pipe')],
    env: { ...process.env, ...env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
    shell: process.platform === 'win32',
  })
  const title = `\n── ${name}\n`
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const plain = stripVTControlCharacters(line)
      if (finished.test(plain)) process.stdout.write(`${name}: ${plain.trim()}\n`)
    })
  if (alone) process.stdout.write(title)
  return new Promise((resolve) => {
    child.on('error', ({ message }) => process.stderr.write(`${name}: ${message}\n`))
    child.on('close', (status) => {
      const seconds = Math.round((Date.now() - started) / 1000)
      if (!alone) process.stdout.write(`${title}${Buffer.concat(said)}(${seconds} s)\n`)
      resolve({ name, seconds, ...counted(status, report) })
    })
  })
}

/** The results stand in the order of the row. */
async function sideBySide({ atOnce, checks }) {
  const results = []
  const next = checks.entries()
  const one = async () => {
    for (const [at, check] of next) results[at] = await run(check, checks.length === 1)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return results
}

/** Without a report a check counts once; a run of tests that ends badly without a failed test counts as one failure. */
function counted(status, report) {
  if (!report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, faults: [] }
  if (!existsSync(report)) return { passed: 0, failed: 1, faults: ['the run wrote no report'] }
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const faults = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name.replace(root, '')}: ${firstLines(message)}`] : []),
    ...assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => `${name.replace(root, '')} › ${result.fullName}: ${firstLines(result.failureMessages.join('\n'))}`),
  ])
  if (status !== 0 && faults.length === 0) faults.push('the run ended with an error outside of its tests')
  return { passed, failed: status === 0 ? numFailedTests : Math.max(1, numFailedTests), faults }
}

/** What a failure says, without the colours and the long tail of its stack. */
const firstLines = (message) => stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n    ').slice(0, 1500)

function sum(results) {
  const total = (what) => results.reduce((sum, result) => sum + result[what], 0)
  process.stdout.write('\n')
  // The end of the output is what is kept of a run elsewhere: it says what failed.
  for (const { name, faults } of results) for (const fault of faults) process.stdout.write(`✗ ${name}: ${fault}\n`)
  for (const { name, seconds, passed, failed } of results)
    process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`)
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`)
  process.exit(total('failed') > 0 ? 1 : 0)
}

const wish = process.argv.at(-1)
const plan = plans[wish]
if (!plan) throw new Error(`There is no plan called ${wish}: ${Object.keys(plans).join(', ')}`)
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const results = []
for (const row of plan) {
  const { checks } = row
  if (checks.length > 1) process.stdout.write(`\n… ${checks.map(({ name }) => name).join(' · ')}\n`)
  results.push(...(await sideBySide(row)))
}
sum(results)
