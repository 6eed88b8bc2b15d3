import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { logger as library } from './log.ts'

/** It warns of every run that counts nothing, which is most of them. */
const logger = { debug() {}, info() {}, warn() {}, error: library.error.bind(library) }
/** Where there is no X-Ray its code is not loaded. */
const traced = process.env.POWERTOOLS_TRACE_ENABLED === 'true' ? (await import('./tracing.ts')).traced : undefined

/** What one can see of a function from outside: each run's context in its log, its cold starts and what it counts as metrics under its name, its traces. */
export function watched<Event, Result>(name: string, run: (event: Event, context: Context) => Promise<Result>) {
  const metrics = new Metrics({ namespace: 'shuren', serviceName: name, logger })
  return middy(run).use([
    injectLambdaContext(library),
    logMetrics(metrics, { captureColdStartMetric: true }),
    ...(traced ? [traced(name)] : []),
  ])
}
