import type { Context } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const context = { functionName: 'calls-stream', awsRequestId: 'r', invokedFunctionArn: 'a', memoryLimitInMB: '1' } as Context
const lines: string[] = []

// As Lambda starts a function; the library writes its metrics past the console unless it is told that this is a developer's machine.
beforeEach(() => {
  vi.stubEnv('POWERTOOLS_DEV', 'true')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  vi.stubEnv('AWS_LAMBDA_INITIALIZATION_TYPE', 'on-demand')
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  vi.resetModules()
  lines.length = 0
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
const metrics = () => lines.filter((line) => line.includes('CloudWatchMetrics')).map((line) => JSON.parse(line))

describe('a function that is watched', () => {
  test('answers as it would by itself, and counts its cold start once, under its own name', async () => {
    const { watched } = await import('./watched.ts')
    const handler = watched('stream', async (event: { n: number }) => ({ twice: event.n * 2 }))
    expect(await handler({ n: 2 }, context)).toEqual({ twice: 4 })
    expect(await handler({ n: 3 }, context)).toEqual({ twice: 6 })
    expect(metrics()).toMatchObject([{ service: 'stream', function_name: 'calls-stream', ColdStart: 1 }])
    expect(metrics()[0]._aws.CloudWatchMetrics[0].Namespace).toBe('shuren')
  })
  test('fails as it would by itself', async () => {
    const { watched } = await import('./watched.ts')
    const handler = watched('workflow', async () => Promise.reject(new Error('no stage')))
    await expect(handler({}, context)).rejects.toThrow('no stage')
  })
})
