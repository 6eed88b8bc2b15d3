import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { addAnswers, countAnswer } from '../aws/health.ts'
import { createApp } from './app.ts'
import { compressed } from './compressing.ts'
import { log } from './log.ts'
import { routesOf, type SliceName, sliceAt } from './slices.ts'

/** It warns of every request that counts nothing, which is most of them. */
const logger = { debug() {}, info() {}, warn() {}, error: log.error.bind(log) }
const metrics = new Metrics({ namespace: 'shuren', serviceName: 'api', logger })
/** Where there is no X-Ray its code is not loaded. */
const tracing = process.env.POWERTOOLS_TRACE_ENABLED === 'true' ? [(await import('./tracing.ts')).traced()] : []

/** The API by slices: each is an app of its own, made when a request for it comes. */
const apps = new Map<SliceName | undefined, Promise<ReturnType<typeof createApp>>>()
const api = new Hono().all('*', async (c) => {
  const name = sliceAt(c.req.path.replace(/^\/api/, ''))
  const app = apps.get(name) ?? routesOf(name).then(createApp)
  apps.set(name, app)
  return (await app).fetch(c.req.raw, c.env)
})

/** Answers are counted where every one of them passes; what was counted is added beside the next request, so that nobody waits for it. */
const answer = handle(api)
const counting = async (...[event, context]: Parameters<typeof answer>) => {
  const [answered] = await Promise.all([answer(event, context), addAnswers()])
  countAnswer(answered.statusCode)
  return compressed(answered, event.headers?.['accept-encoding'])
}

export const handler = middy(counting).use([injectLambdaContext(log), logMetrics(metrics, { captureColdStartMetric: true }), ...tracing])
