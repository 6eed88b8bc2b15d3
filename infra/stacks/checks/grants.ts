import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { ofType, plain } from './reading.ts'

export type Statement = { Sid?: string; Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown }

const list = (value: unknown): string[] => [value].flat().map(String)

/** The statements of one role, or of all. */
export function statementsOf(template: Template, role = ''): Statement[] {
  return ofType(template, 'AWS::IAM::Policy')
    .map(([, { Properties }]) => Object(Properties) as { Roles: unknown; PolicyDocument: { Statement: Statement[] } })
    .filter(({ Roles }) => JSON.stringify(Roles).includes(role && `"${role}"`))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
}

/** A line for each statement: its name, its actions, what on. */
const grantsOf = (template: Template, role: string) =>
  statementsOf(template, role)
    .map(({ Sid, Action, Resource, Condition }) => {
      const only = Condition ? ` if ${JSON.stringify(plain(Condition))}` : ''
      return `${Sid ?? '-'}: ${list(Action).sort().join(' ')} on ${list(plain(Resource)).sort().join(' ')}${only}`
    })
    .sort()

const machine = 'arn:aws:states:ap-southeast-1:AccountId:stateMachine:shuren-example-batches'
const everybody = (fn: string) => [
  '-: xray:PutTelemetryRecords xray:PutTraceSegments on *',
  'Lists: dynamodb:Query on Table.Arn/index/lists Table.Arn/index/owned',
  `Log: logs:CreateLogStream logs:PutLogEvents on ${fn}Log.Arn`,
  'Rows: dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on Table.Arn',
]
const sending = 'Jobs: sqs:SendMessage on Documents.Arn Jobs.Arn'
const absence = 'Absence: s3:ListBucket on FilesBucket.Arn'
const starting = [`Batches: states:StartExecution on ${machine}`]
const answering = [`Tokens: states:SendTaskSuccess on ${machine}`]
const deadlines = [
  'Deadlines: scheduler:CreateSchedule scheduler:DeleteSchedule scheduler:UpdateSchedule on arn:aws:scheduler:ap-southeast-1:AccountId:schedule/shuren-example/*',
  'DeadlinesRole: iam:PassRole on SchedulerRole.Arn if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
]

/** The roles of the `aws` example, compared statement by statement. */
export function checkGrants(template: Template): void {
  test('the API: rows, signed uploads into quarantine, signed downloads of what is clean, sheets of imports', () =>
    expect(grantsOf(template, 'ApiFunctionRole')).toEqual(
      [
        ...everybody('ApiFunction'),
        ...answering,
        sending,
        absence,
        'Downloads: s3:GetObject on FilesBucket.Arn/clean/* FilesBucket.Arn/documents/*',
        'Imports: s3:GetObject s3:PutObject on FilesBucket.Arn/imports/*',
        'Removals: s3:DeleteObject on FilesBucket.Arn/clean/* FilesBucket.Arn/quarantine/*',
        'Uploads: s3:AbortMultipartUpload s3:PutObject on FilesBucket.Arn/quarantine/*',
      ].sort(),
    ))

  test('reactions and jobs: the stream and the queue, arrived files, documents, pages, mail', () =>
    expect(grantsOf(template, 'StreamFunctionRole')).toEqual(
      [
        ...everybody('StreamFunction'),
        sending,
        absence,
        ...starting,
        ...answering,
        ...deadlines,
        '-: dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams on Table.StreamArn',
        '-: sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on Documents.Arn Jobs.Arn',
        '-: sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on FailedFacts.Arn',
        'Again: sqs:ChangeMessageVisibility on Documents.Arn Jobs.Arn',
        'Arrivals: s3:DeleteObject s3:GetObject on FilesBucket.Arn/quarantine/*',
        'Documents: s3:GetObject s3:PutObject on FilesBucket.Arn/documents/*',
        'Files: s3:DeleteObject s3:GetObject s3:PutObject on FilesBucket.Arn/clean/*',
        'FirstPages: s3:PutObject on SiteBucket.Arn/404.html SiteBucket.Arn/awards.html SiteBucket.Arn/calls.html SiteBucket.Arn/certificates.html SiteBucket.Arn/feed.xml SiteBucket.Arn/index.html SiteBucket.Arn/institutions.html SiteBucket.Arn/map.html SiteBucket.Arn/notices.html SiteBucket.Arn/robots.txt SiteBucket.Arn/search.html SiteBucket.Arn/sitemap.xml SiteBucket.Arn/stories.html',
        'Mail: ses:SendEmail ses:SendRawEmail on arn:aws:ses:ap-southeast-1:AccountId:configuration-set/MailReports arn:aws:ses:ap-southeast-1:AccountId:identity/example.org if {"StringEquals":{"ses:FromAddress":"calls@example.org"}}',
        'Pages: s3:DeleteObject s3:PutObject on SiteBucket.Arn/awards/* SiteBucket.Arn/calls/* SiteBucket.Arn/certificates/* SiteBucket.Arn/en/* SiteBucket.Arn/institutions/* SiteBucket.Arn/notices/* SiteBucket.Arn/provinces/* SiteBucket.Arn/search/* SiteBucket.Arn/sitemaps/* SiteBucket.Arn/works/*',
      ].sort(),
    ))

  test('the workflow: stages, tokens, and the lists of its fan-outs', () =>
    expect(grantsOf(template, 'WorkflowFunctionRole')).toEqual(
      [...everybody('WorkflowFunction'), ...starting, ...answering, 'FanOutLists: s3:PutObject on FilesBucket.Arn/lists/*'].sort(),
    ))

  test('deadlines may call the workflow function and nothing else', () =>
    expect(grantsOf(template, 'SchedulerRole')).toEqual(['Ring: lambda:InvokeFunction on WorkflowFunction.Arn']))

  test('no role may scan or delete a table, read another secret, or act on everything', () => {
    const actions = statementsOf(template).flatMap(({ Action }) => list(Action))
    expect(actions.length).toBeGreaterThan(50)
    expect(actions.filter((action) => /\*|Scan|DeleteTable|iam:(?!PassRole)/.test(action))).toEqual([])
  })
}
