import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const victim = fileURLToPath(new URL('feed.killed.ts', import.meta.url))

test('of facts acknowledged before a kill none is lost, however often it is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'killed-'))
  const lines = (file: string) => {
    try {
      return readFileSync(join(directory, file), 'utf8').split('\n').filter(Boolean)
    } catch {
      return []
    }
  }
  try {
    for (const round of [1, 2, 3]) {
      const before = lines('acknowledged').length
      const child = spawn(process.execPath, [victim, directory, 'write'], { stdio: ['ignore', 'inherit', 'inherit'] })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      await expect.poll(() => lines('acknowledged').length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before + 100 * round)
      child.kill('SIGKILL')
      await ended
    }
    const undelivered = () => {
      const delivered = new Set(lines('delivered'))
      return lines('acknowledged').filter((fact) => !delivered.has(fact))
    }
    expect(undelivered(), 'the kill came too late to show anything').not.toEqual([])
    const last = spawnSync(process.execPath, [victim, directory, 'deliver'], { encoding: 'utf8' })
    expect(last.stdout).toBe('delivered')
    expect(undelivered()).toEqual([])
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}, 90_000)
