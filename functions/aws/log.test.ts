import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('what a line says stands in it; what the logger writes itself is no name for it', async () => {
  vi.stubEnv('POWERTOOLS_DEV', 'true')
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO')
  vi.resetModules()
  const lines: Record<string, unknown>[] = []
  for (const method of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line) => void lines.push(JSON.parse(String(line))))
  const { log } = await import('./log.ts')
  log.info('a mail came back that is about nobody', { mail: '0100018f' })
  // @ts-expect-error: dropped by the library, which warns of it
  log.error('a job has failed', { message: '0100018f', tried: '3' })
  expect(lines[0]).toMatchObject({ level: 'INFO', message: 'a mail came back that is about nobody', mail: '0100018f', service: 'shuren' })
  expect(lines.at(-1)).toMatchObject({ message: 'a job has failed', tried: '3' })
})
