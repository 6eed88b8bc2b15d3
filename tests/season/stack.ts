import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../infra/local/start.ts', import.meta.url))

/** A local stack in a process of its own, on data of its own, that can be killed without warning and started again. */
export async function ownStack(port: number, options: readonly string[] = ['--no-demo']) {
  const data = mkdtempSync(`${tmpdir()}/stack-`)
  let { child, said } = await up(port, data, options)
  return {
    origin: `http://localhost:${port}`,
    /** What it printed on its first start. */
    said,
    async killAndRestart(): Promise<void> {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      ;({ child } = await up(port, data, options))
    },
    /** What is kept of the data says where it lies: somebody may want to look at what is broken there. */
    async stop(keep: boolean): Promise<void> {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      if (keep) process.stdout.write(`The data are kept in ${data}\n`)
      else rmSync(data, { recursive: true, force: true })
    },
  }
}

function up(port: number, data: string, options: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [start, ...options, '--no-build', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said = `${said}${text}`.slice(-20_000)
      if (said.includes('Ready.')) resolve({ child, said })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the local stack ended (${code}): ${said.slice(-4000)}`)))
  })
}
