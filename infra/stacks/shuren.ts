import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { offers, type Settings } from '../config.ts'
import { Alarms } from '../constructs/alarms.ts'
import { announceArrivals } from '../constructs/arrivals.ts'
import { BatchWorkflow } from '../constructs/batch-workflow.ts'
import { BuiltSite } from '../constructs/built-site.ts'
import { HouseBucket } from '../constructs/house-bucket.ts'
import { HouseFunction } from '../constructs/house-function.ts'
import { HttpFace } from '../constructs/http-face.ts'
import { Jobs } from '../constructs/jobs.ts'
import { Mail } from '../constructs/mail.ts'
import { Schedules } from '../constructs/schedules.ts'
import { securityHeaders } from '../constructs/security-headers.ts'
import { Site } from '../constructs/site.ts'
import { StateTable } from '../constructs/state-table.ts'
import { settleFindings } from './findings.ts'
import { grantApi, grantStream, grantWorkflow } from './grants.ts'
import { namesOf } from './names.ts'
import { watch } from './watch.ts'

type ShurenProps = {
  settings: Settings
  /** The directory of the built web files, if they are to be deployed too. */
  site?: string | undefined
}

/** Documents are set in these. */
const fonts = {
  'fonts/NotoSansSC_400Regular.ttf': 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'fonts/NotoSansSC_700Bold.ttf': 'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** All of it, in one stack: nothing here lives or is deployed without the rest. */
export class Shuren extends Stack {
  constructor(scope: Construct, id: string, { settings, site: built }: ShurenProps) {
    const names = namesOf(settings.stage)
    super(scope, id, { stackName: names.house, env: { region: settings.region }, terminationProtection: true })
    const alarms = new Alarms(this, 'Alarms', settings.alarmMail)

    const state = new StateTable(this, 'State', settings)
    const slowest = Duration.minutes(2)
    const jobs = new Jobs(this, 'Jobs', slowest)

    const { bucket: notes } = new HouseBucket(this, 'Notes', {
      logicalId: 'AccessNotes',
      // CloudFront delivers its log by an access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ id: 'retention', expiration: Duration.days(settings.logRetentionDays) }],
    })
    const { bucket: files } = new HouseBucket(this, 'Files', {
      logicalId: 'FilesBucket',
      notes,
      versioned: true,
      lifecycleRules: [
        { id: 'never-bound', prefix: 'quarantine/', expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) },
        { id: 'done-lists', prefix: 'lists/', expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) },
        { id: 'earlier-versions', noncurrentVersionExpiration: Duration.days(35), expiredObjectDeleteMarker: true },
      ],
      cors: [
        {
          // Without a domain the site's name is not known before this bucket. What a browser may do is signed either way.
          allowedOrigins: [settings.domain ? `https://${settings.domain.name}` : '*'],
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.POST, HttpMethods.PUT],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
    })
    announceArrivals(files, 'quarantine/', jobs.queue)
    const { bucket: siteBucket } = new HouseBucket(this, 'SiteFiles', {
      logicalId: 'SiteBucket',
      notes,
      versioned: true,
      lifecycleRules: [{ id: 'earlier-versions', noncurrentVersionExpiration: Duration.days(35), expiredObjectDeleteMarker: true }],
    })

    const face = new HttpFace(this, 'Http', { settings, alarms })
    const headers = securityHeaders(`https://${files.bucketRegionalDomainName}`)
    const site = new Site(this, 'Site', {
      settings,
      name: names.house,
      bucket: siteBucket,
      notes,
      apiHost: `${face.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
      headers,
    })
    face.showPages(site.origin, offers[settings.partition].edgePolicies ? undefined : headers)

    const mail = new Mail(this, 'Mail', settings.mail)
    const schedules = new Schedules(this, 'Schedules', names.schedules)
    const workflowArn = BatchWorkflow.arn(this, names.batchWorkflow)
    const environment = {
      TABLE_NAME: state.table.tableName,
      FILES_BUCKET: files.bucketName,
      SITE_BUCKET: siteBucket.bucketName,
      JOBS_QUEUE_URL: jobs.queue.queueUrl,
      DOCUMENTS_QUEUE_URL: jobs.documents.queueUrl,
      STATE_MACHINE_ARN: workflowArn,
      SCHEDULER_GROUP: schedules.group,
      SCHEDULER_ROLE_ARN: schedules.role.roleArn,
      SCHEDULE_TARGET_ARN: this.formatArn({ service: 'lambda', resource: `function:${names.workflowFunction}` }),
      PUBLIC_ORIGIN: site.origin,
      ...(settings.site && {
        SITE_HOST_ZH: settings.site.hostZh,
        SITE_HOST_EN: settings.site.hostEn,
        SITE_ICP: settings.site.icp,
        SITE_POLICE: settings.site.police,
      }),
      ...mail.environment,
    }
    const house = { settings, alarms, environment }
    const api = new HouseFunction(this, 'Api', {
      ...house,
      entry: 'functions/api/lambda.ts',
      logicalId: 'ApiFunction',
      // A password check alone takes 64 MiB for argon2id, and memory buys processor time.
      memoryMiB: 1769,
      timeout: Duration.seconds(28),
      concurrency: settings.concurrency.api,
    })
    const { clamav } = settings
    const stream = new HouseFunction(this, 'Stream', {
      ...house,
      ...(clamav && { environment: { ...environment, CLAMAV_HOST: `${clamav.host}:${clamav.port}` }, network: clamav }),
      entry: 'functions/stream/lambda.ts',
      carries: fonts,
      logicalId: 'StreamFunction',
      memoryMiB: 1769,
      timeout: slowest,
      concurrency: settings.concurrency.stream,
    })
    const workflow = new HouseFunction(this, 'Workflow', {
      ...house,
      entry: 'functions/workflow/lambda.ts',
      logicalId: 'WorkflowFunction',
      functionName: names.workflowFunction,
      memoryMiB: 1024,
      timeout: Duration.minutes(2),
      concurrency: settings.concurrency.workflow,
    })

    const resources = { state, files, site: siteBucket, jobs, schedules, workflowArn }
    grantApi(api, resources)
    grantStream(stream, resources)
    grantWorkflow(workflow, resources)
    mail.sentBy(stream)
    mail.tellReturns(jobs.queue)

    face.answerWith(api.fn)
    schedules.call(workflow.fn)
    stream.fn.addEventSource(
      new DynamoEventSource(state.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { kind: { S: FilterRule.isEqual('event') } } },
          }),
        ],
        batchSize: 100,
        parallelizationFactor: 10,
        bisectBatchOnError: true,
        retryAttempts: 20,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(jobs.failedFacts),
      }),
    )
    stream.fn.addEventSource(
      new SqsEventSource(jobs.queue, { batchSize: 10, maxConcurrency: settings.concurrency.jobs, reportBatchItemFailures: true }),
    )
    // A document takes a second of a processor: more of them in one run would only wait for one another.
    stream.fn.addEventSource(
      new SqsEventSource(jobs.documents, { batchSize: 2, maxConcurrency: settings.concurrency.documents, reportBatchItemFailures: true }),
    )
    const batches = new BatchWorkflow(this, 'Batches', { fn: workflow.fn, files, name: names.batchWorkflow, settings })

    const web = built
      ? new BuiltSite(this, 'Built', {
          from: built,
          words: settings.site,
          bucket: siteBucket,
          distribution: site.distribution,
          logDays: settings.logRetentionDays,
        })
      : undefined
    watch(this, { alarms, name: names.house, state, jobs, machine: batches.machine, face, functions: { api, stream, workflow } })

    settleFindings({
      settings,
      functions: [api, stream, workflow],
      buckets: { FilesBucket: files, SiteBucket: siteBucket },
      batches,
      face,
      jobs,
      schedules,
      site,
      smtpSecret: mail.secret,
      copier: web?.copier,
    })

    new CfnOutput(this, 'Origin', { value: site.origin, description: 'Where people go' })
    new CfnOutput(this, 'TableName', { value: state.table.tableName, description: 'Where the platform is founded' })
    new CfnOutput(this, 'DistributionDomain', { value: site.distribution.attrDomainName, description: 'Where the domain must point' })
  }
}
