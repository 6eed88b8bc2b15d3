import { Validations } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { IConstruct } from 'constructs'
import { offers, type Settings } from '../config.ts'
import type { BatchWorkflow } from '../constructs/batch-workflow.ts'
import type { HouseFunction } from '../constructs/house-function.ts'
import type { HttpFace } from '../constructs/http-face.ts'
import type { Jobs } from '../constructs/jobs.ts'
import type { Schedules } from '../constructs/schedules.ts'
import type { Site } from '../constructs/site.ts'

type Found = {
  settings: Settings
  functions: HouseFunction[]
  /** By logical id. */
  buckets: Record<string, IBucket>
  batches: BatchWorkflow
  face: HttpFace
  jobs: Jobs
  schedules: Schedules
  site: Site
  smtpSecret: IConstruct | undefined
  copier: IConstruct | undefined
}

const accept = (at: IConstruct, findings: Record<string, string>) =>
  Validations.of(at).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id: `AwsSolutions-${id}`, reason })))

const wild = (resource: string) => `IAM5[Resource::${resource}]`
const basicExecution = 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'
const keysAreMadeAtRunTime = 'Objects are named while the system runs; the grant ends at the prefix, and a test compares who has which.'

/** What the rule pack finds and we leave as it is, each with its reason. Nothing else may be found: the synthesis stops. */
export function settleFindings({ settings, functions, buckets, batches, face, jobs, schedules, site, smtpSecret, copier }: Found): void {
  const { tracing, accessControl } = offers[settings.partition]
  const region = `arn:${settings.partition}:%:${settings.region}:<AWS::AccountId>`
  const arn = (service: string, resource: string) => `${region.replace('%', service)}:${resource}`

  for (const fn of functions) {
    accept(fn, {
      ...Object.fromEntries(
        Object.entries(buckets).flatMap(([id, bucket]) =>
          fn.prefixes(bucket).map((prefix) => [wild(`<${id}.Arn>/${prefix}/*`), keysAreMadeAtRunTime]),
        ),
      ),
      [wild(arn('scheduler', `schedule/${schedules.group}/*`))]: 'A schedule is made for each deadline; the grant ends at the group.',
      ...((tracing || fn.network) && { [wild('*')]: 'The actions of X-Ray and of network interfaces know no resources.' }),
    })
  }

  const execution = `execution:{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"BatchWorkflow"}]}]}`
  accept(batches, {
    [wild('<WorkflowFunction.Arn>:*')]: 'The library grants the versions of a function with it; there is one version.',
    [wild('<FilesBucket.Arn>/lists/*')]: keysAreMadeAtRunTime,
    [wild(arn('states', `${execution}:*`))]: 'The executions of this one machine.',
    [wild(arn('states', `${execution}/items:*`))]: 'The executions of this one machine’s fan-out.',
    [wild('*')]: 'The delivery of logs and X-Ray know no resources.',
    ...(!tracing && { SF2: 'The China regions have no X-Ray.' }),
  })

  accept(face, {
    APIG4:
      'Who may do what is decided in the function, from the session and the relation of organisations; the other routes are public pages.',
  })
  accept(jobs.failedFacts, { SQS3: 'This is itself where failures are kept; it is watched by an alarm.' })
  accept(site, {
    CFR1: 'The site is open to visitors anywhere.',
    ...(!settings.webAcl && {
      CFR2: 'A web ACL belongs to the account that deploys and is given in the settings; the API has its own throttling.',
    }),
    ...(!settings.domain && { CFR4: 'Without a domain the distribution’s own certificate serves, whose protocols cannot be chosen.' }),
    ...(!accessControl && { CFR7: 'The China regions have no origin access control; the older origin access identity is used.' }),
  })
  if (smtpSecret) accept(smtpSecret, { SMG4: 'The mail provider gives the password; it cannot be rotated from here.' })
  if (copier) {
    const library = 'The library’s own function copies the built files, during a deployment only.'
    const staging = `arn:${settings.partition}:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${settings.region}/*`
    const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
      (action) => `IAM5[Action::${action}]`,
    )
    const findings = [...actions, wild('<SiteBucket.Arn>/*'), wild(staging), wild('*'), 'L1', basicExecution]
    accept(copier, Object.fromEntries(findings.map((finding) => [finding, library])))
  }
}
