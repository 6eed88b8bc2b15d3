import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { ofType, plain } from './reading.ts'

type Alarm = { Namespace: string; MetricName: string; Dimensions?: { Name: string; Value: string }[]; AlarmActions: string[] }

/** What is watched in the `aws` example, and who hears of it. */
export function checkWatching(template: Template): void {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => plain(Properties) as Alarm)
  const watched = alarms.map(({ Namespace, MetricName, Dimensions = [] }) =>
    [Namespace.replace('AWS/', ''), MetricName, ...Dimensions.map(({ Value }) => Value)].join(' '),
  )

  test('each function: its errors, its throttles, its time', () => {
    for (const id of ['ApiFunction', 'StreamFunction', 'WorkflowFunction'])
      for (const metric of ['Errors', 'Throttles', 'Duration']) expect(watched).toContain(`Lambda ${metric} ${id}`)
  })

  test('what is behind, what has failed for good, the API, the table with its indexes, the batches', () => {
    for (const metric of [
      'Lambda IteratorAge StreamFunction',
      'SQS ApproximateAgeOfOldestMessage Jobs.QueueName',
      'SQS ApproximateAgeOfOldestMessage Documents.QueueName',
      'SQS ApproximateNumberOfMessagesVisible FailedJobs.QueueName',
      'SQS ApproximateNumberOfMessagesVisible FailedFacts.QueueName',
      'ApiGateway 5xx HttpApi',
      'States ExecutionsFailed BatchWorkflow',
      'DynamoDB WriteThrottleEvents Table',
      'DynamoDB WriteThrottleEvents lists Table',
      'DynamoDB WriteThrottleEvents owned Table',
    ])
      expect(watched).toContain(metric)
  })

  test('somebody hears of each', () => {
    expect(alarms.length).toBeGreaterThan(15)
    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual(['AlarmTopic'])
    expect(ofType(template, 'AWS::SNS::Subscription').map(([, { Properties }]) => plain(Properties))).toMatchObject([
      { TopicArn: 'AlarmTopic', Protocol: 'email', Endpoint: 'operations@example.org' },
    ])
  })

  test('one page shows all of it', () => expect(ofType(template, 'AWS::CloudWatch::Dashboard')).toHaveLength(1))
}
