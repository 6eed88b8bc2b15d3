// Runs before everything else, on whatever Node is there, with nothing installed: plain JavaScript, built-in modules only.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const oldest = 20
const own = 24

const stop = (text) => {
  process.stderr.write(`\n${text}\n\n`)
  process.exit(1)
}
const major = (version) => Number(/^v?(\d+)/.exec(version)?.[1])
const packagesOf = (file) => JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages

/** Packages of the lock file that are not there in the version it names. Those for other platforms are left out. */
function missing() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return ['node_modules']
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json'))
    .filter(([path, { optional, link }]) => path !== '' && !optional && !link)
    .filter(([path, { version }]) => there[path]?.version !== version)
    .map(([path]) => path)
}

/** Runs npm as it runs us; called by hand, the one on the path. */
function npm(...args) {
  const entry = process.env.npm_execpath
  const [command, given] = entry ? [process.execPath, [entry, ...args]] : ['npm', args]
  return spawnSync(command, given, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: !entry && process.platform === 'win32' })
    .status
}

const ownNode = () => {
  const answer = spawnSync(process.platform === 'win32' ? 'node.cmd' : 'node', ['--version'], {
    cwd: root,
    env: { ...process.env, PATH: `${root}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return major(answer.stdout ?? '')
}

if (major(process.version) < oldest)
  stop(`Node ${oldest} or later is needed to begin with (this is ${process.version}). Node ${own} itself is installed with the packages.`)

const lacking = missing()
if (lacking.length > 0) {
  process.stdout.write(
    lacking[0] === 'node_modules'
      ? 'Installing the packages (once, some minutes) …\n'
      : `The packages have changed (${lacking.length} of them, ${lacking[0].replace('node_modules/', '')} among them): installing …\n`,
  )
  if (npm('ci', '--no-audit', '--no-fund') !== 0) stop('The packages could not be installed; npm says above why.')
}
if (!(ownNode() >= own))
  stop(
    `Node ${own} is installed with the packages, but does not run. If npm was told to ignore install scripts, allow them for “node” and “esbuild”:\n` +
      '  npm rebuild node esbuild --ignore-scripts=false',
  )
