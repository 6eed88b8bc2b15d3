import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { type Alarms, fiveMinutes, minute } from '../constructs/alarms.ts'
import type { HouseFunction } from '../constructs/house-function.ts'
import type { HttpFace } from '../constructs/http-face.ts'
import type { Jobs } from '../constructs/jobs.ts'
import { Overview } from '../constructs/overview.ts'
import type { StateTable } from '../constructs/state-table.ts'

type Watched = {
  alarms: Alarms
  name: string
  state: StateTable
  jobs: Jobs
  machine: StateMachine
  face: HttpFace
  functions: { api: HouseFunction; stream: HouseFunction; workflow: HouseFunction }
}

const throttleKinds = ['ReadThrottleEvents', 'WriteThrottleEvents'] as const

/** What is watched across the parts; each function and the API bring their own alarms. */
export function watch(scope: Construct, { alarms, name, state, jobs, machine, face, functions }: Watched): void {
  const waiting = (queue: Queue) => queue.metricApproximateNumberOfMessagesVisible({ period: minute, statistic: 'Maximum' })
  const age = functions.stream.fn.metric('IteratorAge', { period: minute, statistic: 'Maximum' })
  const oldest = (queue: Queue) => queue.metricApproximateAgeOfOldestMessage({ period: minute, statistic: 'Maximum' })
  const throttles = throttleKinds.flatMap((metricName) =>
    [undefined, ...state.indexes].map((index) => ({
      name: `${index ?? 'table'} ${metricName}`,
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        period: minute,
        statistic: 'Sum',
        dimensionsMap: { TableName: state.table.tableName, ...(index && { GlobalSecondaryIndexName: index }) },
      }),
    })),
  )

  alarms.when('FactsLate', age, 5 * 60_000, 'What follows from facts is more than five minutes behind', 3)
  alarms.when('JobsLate', oldest(jobs.queue), 5 * 60, 'Mails and checks of uploads wait longer than five minutes')
  alarms.when('DocumentsLate', oldest(jobs.documents), 60 * 60, 'Documents and pages wait longer than an hour')
  alarms.when(
    'JobsFailed',
    waiting(jobs.failed),
    1,
    'A job has failed as often as it is tried and waits aside: docs/operating.md says how to bring it back',
  )
  alarms.when(
    'FactsFailed',
    waiting(jobs.failedFacts),
    1,
    'A fact has no consequences: its reactions keep failing; docs/operating.md says how to react again',
  )
  for (const { name: what, metric } of throttles)
    alarms.when(`Throttled${what.replaceAll(/\W/g, '')}`, metric, 1, 'The table turns requests away', 3)
  alarms.when('BatchesFailed', machine.metricFailed({ period: fiveMinutes, statistic: 'Sum' }), 1, 'The workflow of a batch has failed')
  alarms.when(
    'BatchesTimedOut',
    machine.metricTimedOut({ period: fiveMinutes, statistic: 'Sum' }),
    1,
    'The workflow of a batch has run for a year',
  )

  const all = Object.values(functions)
  new Overview(scope, 'Overview', name, [
    [
      { title: 'Requests and errors', left: [face.api.metricCount()], right: [face.api.metricClientError(), face.api.metricServerError()] },
      {
        title: 'Time to answer, ms',
        left: ['p50', 'p95', 'p99'].map((statistic) => face.api.metricLatency({ statistic, label: statistic })),
      },
    ],
    [
      {
        title: 'Concurrent runs',
        left: all.map(({ fn }) => fn.metric('ConcurrentExecutions', { statistic: 'Maximum', label: fn.node.scope?.node.id })),
      },
      {
        title: 'Function errors and throttles',
        left: all.map(({ fn }) => fn.metricErrors({ label: `${fn.node.scope?.node.id} errors` })),
        right: all.map(({ fn }) => fn.metricThrottles({ label: `${fn.node.scope?.node.id} throttles` })),
      },
    ],
    [
      { title: 'Reactions behind, ms', left: [age] },
      {
        title: 'Jobs waiting and their age, s',
        left: [waiting(jobs.queue), waiting(jobs.documents), waiting(jobs.failed), waiting(jobs.failedFacts)],
        right: [oldest(jobs.queue), oldest(jobs.documents)],
      },
    ],
    [
      {
        title: 'Table units',
        left: [
          state.table.metricConsumedWriteCapacityUnits({ period: minute, statistic: 'Sum' }),
          state.table.metricConsumedReadCapacityUnits({ period: minute, statistic: 'Sum' }),
        ],
        right: throttles.map(({ name: label, metric }) => metric.with({ label })),
      },
      { title: 'Batches', left: [machine.metricStarted(), machine.metricSucceeded()], right: [machine.metricFailed()] },
    ],
  ])
}
