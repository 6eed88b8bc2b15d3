import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { ofType, plain } from './reading.ts'

const entries = {
  ApiFunction: 'functions/api/lambda.ts',
  StreamFunction: 'functions/stream/lambda.ts',
  WorkflowFunction: 'functions/workflow/lambda.ts',
} as const

/** Every name the functions read of their environment. */
const told = [
  'DOCUMENTS_QUEUE_URL',
  'FILES_BUCKET',
  'JOBS_QUEUE_URL',
  'MAIL_FROM',
  'MAIL_TRANSPORT',
  'PUBLIC_ORIGIN',
  'SCHEDULER_GROUP',
  'SCHEDULER_ROLE_ARN',
  'SCHEDULE_TARGET_ARN',
  'SITE_BUCKET',
  'STATE_MACHINE_ARN',
  'TABLE_NAME',
]

type Policy = {
  Queues: string[]
  PolicyDocument: { Statement: { Effect: string; Principal: { Service?: string }; Resource: string; Condition?: object }[] }
}
type Flow = { StartAt: string; States: Record<string, Record<string, unknown>> }

/** Who calls whom with what, in the `aws` example. */
export function checkWiring(template: Template): void {
  const properties = (id: string) => plain(template.Resources[id]?.Properties) as Record<string, unknown>

  test('three functions, each with its entry, on Node 24 and arm64, with a budget and a log of its own', () => {
    expect(ofType(template, 'AWS::Lambda::Function').map(([id, { Metadata }]) => [id, Metadata?.['shuren:entry']])).toEqual(
      Object.entries(entries),
    )
    for (const id of Object.keys(entries)) {
      expect(properties(id)).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: `${id}Log` },
        ReservedConcurrentExecutions: expect.any(Number),
      })
      expect(properties(`${id}Log`).RetentionInDays).toBe(180)
    }
  })

  test('each is told everything it reads, and the site’s one address', () => {
    for (const id of Object.keys(entries)) {
      const { Variables } = properties(id).Environment as { Variables: Record<string, string> }
      expect(Object.keys(Variables)).toEqual(expect.arrayContaining(told))
      expect(Variables.PUBLIC_ORIGIN).toBe('https://calls.example.org')
    }
  })

  test('the names that refer to themselves are the names things have', () => {
    const { Variables } = properties('WorkflowFunction').Environment as { Variables: Record<string, string> }
    expect(Variables.SCHEDULE_TARGET_ARN).toBe(
      `arn:aws:lambda:ap-southeast-1:AccountId:function:${properties('WorkflowFunction').FunctionName}`,
    )
    expect(Variables.STATE_MACHINE_ARN).toBe(
      `arn:aws:states:ap-southeast-1:AccountId:stateMachine:${properties('BatchWorkflow').StateMachineName}`,
    )
    expect(Variables.SCHEDULER_GROUP).toBe(properties('ScheduleGroup').Name)
  })

  test('facts and jobs come to one function, which reports each failure by itself and loses none', () => {
    const sources = ofType(template, 'AWS::Lambda::EventSourceMapping').map(
      ([, source]) => plain(source.Properties) as Record<string, unknown>,
    )
    expect(sources).toEqual([
      expect.objectContaining({
        EventSourceArn: 'Table.StreamArn',
        FunctionName: 'StreamFunction',
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: {
          Filters: [{ Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['event'] } } } }) }],
        },
        DestinationConfig: { OnFailure: { Destination: 'FailedFacts.Arn' } },
        StartingPosition: 'TRIM_HORIZON',
      }),
      ...['Jobs', 'Documents'].map((queue) =>
        expect.objectContaining({
          EventSourceArn: `${queue}.Arn`,
          FunctionName: 'StreamFunction',
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        }),
      ),
    ])
    for (const queue of ['Jobs', 'Documents']) {
      expect(properties(queue)).toMatchObject({ RedrivePolicy: { deadLetterTargetArn: 'FailedJobs.Arn', maxReceiveCount: 8 } })
      expect(Number(properties(queue).VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(properties('StreamFunction').Timeout))
    }
  })

  test('a file that arrives in quarantine is told to the queue of jobs', () =>
    expect(properties('FilesBucket').NotificationConfiguration).toEqual({
      QueueConfigurations: [
        { Event: 's3:ObjectCreated:*', Queue: 'Jobs.Arn', Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'quarantine/' }] } } },
      ],
    }))

  test('a mail that comes back after SES had taken it is told to the queue of jobs', () => {
    expect(properties('StreamFunction').Environment).toMatchObject({ Variables: { MAIL_CONFIGURATION_SET: 'MailReports' } })
    expect(properties('MailReturns')).toEqual({
      ConfigurationSetName: 'MailReports',
      EventDestination: {
        Name: 'returns',
        Enabled: true,
        MatchingEventTypes: ['BOUNCE', 'COMPLAINT'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:ap-southeast-1:AccountId:event-bus/default' },
      },
    })
    expect(properties('MailReturnsRule')).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': ['MailReports'] } } },
      },
      Targets: [{ Arn: 'Jobs.Arn' }],
    })
    const policies = ofType(template, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) => plain(Properties) as Policy)
    const senders = policies
      .filter(({ Queues }) => Queues.includes('Jobs'))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Principal }) => Principal.Service === 'events.amazonaws.com')
    expect(senders).toEqual([
      expect.objectContaining({
        Effect: 'Allow',
        Resource: 'Jobs.Arn',
        Condition: { ArnEquals: { 'aws:SourceArn': 'MailReturnsRule.Arn' } },
      }),
    ])
  })

  test('a browser may upload from the site and from nowhere else', () =>
    expect(properties('FilesBucket').CorsConfiguration).toMatchObject({
      CorsRules: [{ AllowedOrigins: ['https://calls.example.org'], ExposedHeaders: ['ETag'] }],
    }))

  test('every five minutes the workflow function looks for what was missed', () =>
    expect(properties('ReconcileRule')).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [{ Arn: 'WorkflowFunction.Arn', Input: JSON.stringify({ step: 'reconcile' }) }],
    }))

  test('the API is reached under /api, pages under their names', () => {
    const routes = ofType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties?.RouteKey)
    const pages = ['app', 'link', 'english', 'missing'].flatMap((page) => [`GET /pages/${page}/{proxy+}`, `HEAD /pages/${page}/{proxy+}`])
    expect(routes.sort()).toEqual(['ANY /api/{proxy+}', ...pages].sort())
  })

  test('the API is held to a rate and every request is noted', () =>
    expect(properties('HttpStage')).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 2000, ThrottlingBurstLimit: 4000 },
      AccessLogSettings: { DestinationArn: 'HttpApiLog.Arn' },
    }))

  test('a batch goes stage by stage: enter, wait for the token, leave, fan out, on', () => {
    const flow = JSON.parse(String(properties('BatchWorkflow').DefinitionString)) as Flow
    const state = (name: string) => flow.States[name] ?? {}
    expect(flow.StartAt).toBe('EnterStage')
    expect(Object.keys(flow.States).sort()).toEqual(
      ['Await', 'Done', 'EnterStage', 'FanOut', 'FanOut?', 'LeaveStage', 'MoreStages?', 'NextStage', 'Settle'].sort(),
    )
    expect(state('EnterStage')).toMatchObject({
      Next: 'Await',
      ResultPath: null,
      Parameters: { step: 'enter', 'batch.$': '$.batch', 'stage.$': '$.stage' },
    })
    expect(state('Await')).toMatchObject({
      Next: 'LeaveStage',
      ResultPath: null,
      Resource: expect.stringContaining('waitForTaskToken'),
      Parameters: { Payload: { step: 'await', 'batch.$': '$.batch', 'stage.$': '$.stage', 'token.$': '$$.Task.Token' } },
    })
    expect(state('LeaveStage')).toMatchObject({ Next: 'FanOut?', Parameters: { step: 'leave' } })
    expect(state('FanOut?')).toMatchObject({ Choices: [{ Variable: '$.fanOut', IsPresent: true, Next: 'FanOut' }], Default: 'MoreStages?' })
    expect(state('FanOut')).toMatchObject({
      Next: 'Settle',
      ResultPath: null,
      ItemReader: { Parameters: { Bucket: 'FilesBucket', 'Key.$': '$.fanOut.key' }, ReaderConfig: { InputType: 'JSON' } },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, States: { Item: { Parameters: { step: 'item', 'item.$': '$' } } } },
    })
    expect(state('Settle')).toMatchObject({ Next: 'MoreStages?', ResultPath: null, Parameters: { step: 'settle' } })
    expect(state('MoreStages?')).toMatchObject({ Choices: [{ Variable: '$.next', IsNull: true, Next: 'Done' }], Default: 'NextStage' })
    expect(state('NextStage')).toMatchObject({ Next: 'EnterStage', Parameters: { 'batch.$': '$.batch', 'stage.$': '$.next' } })
  })

  test('no step gives up at the first failure, and none waits by the clock', () => {
    const flow = JSON.parse(String(properties('BatchWorkflow').DefinitionString)) as Flow
    const states = Object.values(flow.States)
    expect(states.filter(({ Type }) => Type === 'Wait')).toEqual([])
    const tasks = states.filter(({ Type }) => Type === 'Task')
    expect(tasks.length).toBe(4)
    for (const { Retry } of tasks) expect(Retry).toMatchObject([{ ErrorEquals: ['States.ALL'], MaxAttempts: 8, JitterStrategy: 'FULL' }])
  })
}
