import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { HouseFunction } from '../constructs/house-function.ts'
import type { Jobs } from '../constructs/jobs.ts'
import type { Schedules } from '../constructs/schedules.ts'
import type { StateTable } from '../constructs/state-table.ts'

export type Resources = {
  state: StateTable
  files: Bucket
  site: Bucket
  jobs: Jobs
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
] as const

/** Everybody loads, decides and saves. */
function keepsState(fn: HouseFunction, { state }: Resources): void {
  fn.allow('Rows', rows, [state.table.tableArn])
  fn.allow(
    'Lists',
    ['dynamodb:Query'],
    state.indexes.map((index) => `${state.table.tableArn}/index/${index}`),
  )
}

const sendsJobs = (fn: HouseFunction, { jobs }: Resources) =>
  fn.allow('Jobs', ['sqs:SendMessage'], [jobs.queue.queueArn, jobs.documents.queueArn])

/** Only to those who may list does S3 say that an object is absent; to others it says that it is forbidden. */
const knowsAbsence = (fn: HouseFunction, { files }: Resources) => fn.allow('Absence', ['s3:ListBucket'], [files.bucketArn])

/** A deadline is a schedule under the role; only schedules of the group, only this role, only for the scheduler. */
function movesDeadlines(fn: HouseFunction, { schedules }: Resources): void {
  fn.allow('Deadlines', ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'], [schedules.schedulesArn])
  fn.allow('DeadlinesRole', ['iam:PassRole'], [schedules.role.roleArn], {
    StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  })
}

const answersTokens = (fn: HouseFunction, { workflowArn }: Resources) => fn.allow('Tokens', ['states:SendTaskSuccess'], [workflowArn])
const startsBatches = (fn: HouseFunction, { workflowArn }: Resources) => fn.allow('Batches', ['states:StartExecution'], [workflowArn])

/** The API signs what a browser may put into quarantine and take out of what was found clean; of bytes it moves only the sheets of an import. */
export function grantApi(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  sendsJobs(fn, resources)
  knowsAbsence(fn, resources)
  fn.allowUnder('Uploads', ['s3:PutObject', 's3:AbortMultipartUpload'], resources.files, 'quarantine')
  fn.allowUnder('Downloads', ['s3:GetObject'], resources.files, 'clean', 'documents')
  fn.allowUnder('Imports', ['s3:GetObject', 's3:PutObject'], resources.files, 'imports')
  fn.allowUnder('Removals', ['s3:DeleteObject'], resources.files, 'quarantine', 'clean')
  answersTokens(fn, resources)
}

/** What lies at the root of the site: the home page, the columns, and what machines ask for by name. */
const firstPages = [
  'index.html',
  'calls.html',
  'notices.html',
  'awards.html',
  'stories.html',
  'institutions.html',
  'certificates.html',
  'search.html',
  'map.html',
  '404.html',
  'feed.xml',
  'sitemap.xml',
  'robots.txt',
] as const

/** Reactions and slow work: judge what arrived, make documents, publish pages, start and wake workflows, set their deadlines. */
export function grantStream(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  sendsJobs(fn, resources)
  fn.allow('Again', ['sqs:ChangeMessageVisibility'], [resources.jobs.queue.queueArn, resources.jobs.documents.queueArn])
  knowsAbsence(fn, resources)
  fn.allowUnder('Arrivals', ['s3:GetObject', 's3:DeleteObject'], resources.files, 'quarantine')
  fn.allowUnder('Files', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources.files, 'clean')
  fn.allowUnder('Documents', ['s3:GetObject', 's3:PutObject'], resources.files, 'documents')
  fn.allowUnder(
    'Pages',
    ['s3:PutObject', 's3:DeleteObject'],
    resources.site,
    'calls',
    'notices',
    'awards',
    'certificates',
    'works',
    'institutions',
    'provinces',
    'search',
    'sitemaps',
    'en',
  )
  fn.allow(
    'FirstPages',
    ['s3:PutObject'],
    firstPages.map((page) => resources.site.arnForObjects(page)),
  )
  startsBatches(fn, resources)
  answersTokens(fn, resources)
  movesDeadlines(fn, resources)
}

/** The stages of a batch: executions that were lost, tokens, the lists of what each submission needs. */
export function grantWorkflow(fn: HouseFunction, resources: Resources): void {
  keepsState(fn, resources)
  fn.allowUnder('FanOutLists', ['s3:PutObject'], resources.files, 'lists')
  startsBatches(fn, resources)
  answersTokens(fn, resources)
}
