import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { ofType } from './reading.ts'

/** Another id is another resource: the data of the one before would be left behind. Change these only with a plan to move the data. */
const kept = {
  Table: 'AWS::DynamoDB::GlobalTable',
  FilesBucket: 'AWS::S3::Bucket',
  SiteBucket: 'AWS::S3::Bucket',
  AccessNotes: 'AWS::S3::Bucket',
  SmtpSecret: 'AWS::SecretsManager::Secret',
  ApiFunctionLog: 'AWS::Logs::LogGroup',
  StreamFunctionLog: 'AWS::Logs::LogGroup',
  WorkflowFunctionLog: 'AWS::Logs::LogGroup',
  BatchWorkflowLog: 'AWS::Logs::LogGroup',
  HttpApiLog: 'AWS::Logs::LogGroup',
} as const
/** What holds work under way, or is known by others under its id. */
const pinned = {
  Jobs: 'AWS::SQS::Queue',
  FailedJobs: 'AWS::SQS::Queue',
  Documents: 'AWS::SQS::Queue',
  FailedFacts: 'AWS::SQS::Queue',
  BatchWorkflow: 'AWS::StepFunctions::StateMachine',
  ScheduleGroup: 'AWS::Scheduler::ScheduleGroup',
  SchedulerRole: 'AWS::IAM::Role',
  HttpApi: 'AWS::ApiGatewayV2::Api',
  Distribution: 'AWS::CloudFront::Distribution',
} as const

/** What must outlive the stack and every rearrangement of it; `template` is one that keeps a secret too. */
export function checkState(template: Template): void {
  test('what holds state has the ids it was first deployed with', () => {
    for (const [id, type] of Object.entries({ ...kept, ...pinned })) expect([id, template.Resources[id]?.Type]).toEqual([id, type])
  })

  test('what holds state stays when the stack goes', () => {
    for (const id of Object.keys(kept)) expect([id, template.Resources[id]?.DeletionPolicy]).toEqual([id, 'Retain'])
  })

  test('nothing else holds state unpinned', () => {
    const holding = [
      'AWS::DynamoDB::GlobalTable',
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
      'AWS::Logs::LogGroup',
    ]
    const found = holding.flatMap((type) => ofType(template, type).map(([id]) => id))
    expect(found.sort()).toEqual(Object.keys(kept).sort())
  })

  test('the table: keys, indexes, stream, expiry, recovery to any second, protection', () => {
    const string = (name: string) => ({ AttributeName: name, AttributeType: 'S' })
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ]
    const listed = { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary', 'kind', 'id'] }
    expect(template.Resources.Table?.Properties).toMatchObject({
      AttributeDefinitions: ['pk', 'sk', 'listPk', 'listSk', 'ownerPk', 'ownerSk'].map(string),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'lists', KeySchema: keys('listPk', 'listSk'), Projection: listed },
        { IndexName: 'owned', KeySchema: keys('ownerPk', 'ownerSk'), Projection: listed },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      Replicas: [{ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    })
  })

  test('no bucket can be reached from outside or without TLS', () => {
    for (const [id, { Properties }] of ofType(template, 'AWS::S3::Bucket')) {
      expect([id, Properties?.PublicAccessBlockConfiguration]).toEqual([
        id,
        { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      ])
      const policies = ofType(template, 'AWS::S3::BucketPolicy').filter(([, policy]) =>
        JSON.stringify(policy.Properties?.Bucket).includes(`"${id}"`),
      )
      expect([id, JSON.stringify(policies)]).toEqual([id, expect.stringContaining('"aws:SecureTransport":"false"')])
    }
  })

  test('a file never bound is gone after two days, as are the parts of an upload given up', () => {
    const { LifecycleConfiguration } = template.Resources.FilesBucket?.Properties ?? {}
    const { Rules } = Object(LifecycleConfiguration) as { Rules: unknown[] }
    expect(Rules).toContainEqual(expect.objectContaining({ Prefix: 'quarantine/', ExpirationInDays: 2, Status: 'Enabled' }))
    expect(Rules).toContainEqual(expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 }, Status: 'Enabled' }))
  })
}
