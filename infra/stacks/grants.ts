import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { HouseFunction } from '../constructs/house-function.ts'
import type { Schedules } from '../constructs/schedules.ts'
import type { StateTable } from '../constructs/state-table.ts'

export type Resources = {
  state: StateTable
  files: Bucket
  site: Bucket
  jobs: Queue
  schedules: Schedules
  workflowArn: string
}

/** Reading and writing rows by their keys. No function may scan. */
const rows = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
] as const
const uploading = ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'] as const

/** Everybody loads, decides and saves. */
function keepsState(fn: HouseFunction, { state, jobs }: Resources): void {
  fn.allow('Rows', rows, [state.table.tableArn])
  fn.allow(
    'Lists',
    ['dynamodb:Query'],
    state.indexes.map((index) => `${state.table.tableArn}/index/${index}`),
  )
  fn.allow('Jobs', ['sqs:SendMessage'], [jobs.queueArn])
}

/** A deadline is a schedule under the role; only schedules of the group, only this role, only for the scheduler. */
function movesDeadlines(fn: HouseFunction, { schedules }: Resources): void {
  fn.allow(
    'Deadlines',
    ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule', 'scheduler:GetSchedule'],
    [schedules.schedulesArn],
  )
  fn.allow('DeadlinesRole', ['iam:PassRole'], [schedules.role.roleArn], {
    StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  })
}

function answersTokens(fn: HouseFunction, { workflowArn }: Resources): void {
  fn.allow('Tokens', ['states:SendTaskSuccess', 'states:SendTaskFailure'], [workflowArn])
}

function startsBatches(fn: HouseFunction, { workflowArn }: Resources): void {
  fn.allow('Batches', ['states:StartExecution'], [workflowArn])
}

/** The API signs what a browser may put into quarantine and take out of what was found clean; it moves no bytes itself. */
export function grantApi(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  fn.allowUnder('Uploads', uploading, resources.files, 'quarantine')
  fn.allowUnder('Downloads', ['s3:GetObject'], resources.files, 'clean', 'documents')
  startsBatches(fn, resources)
  answersTokens(fn, resources)
  movesDeadlines(fn, resources)
}

/** Reactions and slow work: judge what arrived, make documents, publish pages, wake workflows. */
export function grantStream(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  fn.allowUnder('Arrivals', ['s3:GetObject', 's3:DeleteObject'], resources.files, 'quarantine')
  fn.allowUnder('Files', ['s3:GetObject', 's3:PutObject'], resources.files, 'clean', 'documents')
  fn.allowUnder('Pages', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources.site, 'notices', 'awards', 'certificates', 'works')
  fn.allow('FirstPage', ['s3:PutObject'], [resources.site.arnForObjects('index.html')])
  startsBatches(fn, resources)
  answersTokens(fn, resources)
  movesDeadlines(fn, resources)
}

/** The stages of a batch: their deadlines, their tokens, the lists of what each submission needs. */
export function grantWorkflow(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  fn.allowUnder('FanOutLists', ['s3:PutObject'], resources.files, 'lists')
  startsBatches(fn, resources)
  answersTokens(fn, resources)
  movesDeadlines(fn, resources)
}
