import type { Template } from '../synthesise.ts'
import type { BucketDefinition } from './buckets.ts'
import type { Mapping } from './feed.ts'
import type { FunctionDefinition } from './functions.ts'
import { type Route, routeOf } from './gateway.ts'
import type { QueueDefinition } from './queues.ts'
import { bucketHost, distributionHost, type Identities, identify, type Places, placed, resolve } from './resolve.ts'
import { type Rule, rateOf } from './schedules.ts'
import type { DistributionConfig } from './site.ts'
import type { Machine } from './states.ts'
import { type Named, ofType } from './template.ts'

type Properties = Record<string, unknown>
type SourceMapping = { EventSourceArn: string; FunctionName: string; BatchSize?: number } & Properties
type Integration = { IntegrationType: string; IntegrationUri: string; IntegrationMethod?: string }

/** Where things are on this machine, known before anything is started. */
export type Addresses = { origin: string; filesOrigin: string; services: string; mail: string }

/** Everything the template says that has a body here, with its references resolved to this machine. */
export function wiringOf(template: Template, { origin, filesOrigin, services, mail }: Addresses) {
  const identities = identify(template, (name) => `${services}/000000000000/${name}`)
  const one = (resources: Named[], what: string): Named => {
    const [only] = resources
    if (!only || resources.length > 1) throw new Error(`The local stack expects exactly one ${what} in the template`)
    return only
  }
  const buckets = ofType(template, 'AWS::S3::Bucket')
  const places: Places = new Map([
    [`https://${distributionHost}`, origin],
    ...buckets.map(({ id }): [string, string] => [`https://${bucketHost(ref(identities, id))}`, filesOrigin]),
    ['smtp://mail.local:25', mail],
    // This machine speaks plain HTTP, also between its own ports.
    ['; upgrade-insecure-requests', ''],
  ])
  const resolved = <T>(value: unknown): T => replaced(resolve(value, identities), places) as T
  const properties = <T = Properties>({ properties }: Named) => resolved<T>(properties)

  const mappings = ofType(template, 'AWS::Lambda::EventSourceMapping').map((mapping) => properties<SourceMapping>(mapping))
  const streamArn = identities.get(one(ofType(template, 'AWS::DynamoDB::GlobalTable'), 'table').id)?.attributes.StreamArn
  const facts = mappings.find(({ EventSourceArn }) => EventSourceArn === streamArn)
  if (!facts) throw new Error('Nothing reads the stream of the table')

  const functions = ofType(template, 'AWS::Lambda::Function').map((fn) => functionOf(fn, ref(identities, fn.id), properties(fn)))
  return {
    table: ref(identities, one(ofType(template, 'AWS::DynamoDB::GlobalTable'), 'table').id),
    buckets: buckets.map((bucket) => bucketOf(ref(identities, bucket.id), properties(bucket))),
    siteBucket: ref(identities, siteBucketOf(one(ofType(template, 'AWS::CloudFront::Distribution'), 'distribution'))),
    queues: ofType(template, 'AWS::SQS::Queue').map((queue) => queueOf(queue.id, identities, properties(queue))),
    functions,
    /** The queue of jobs, as the functions know it. */
    jobsUrl: functions[0]?.environment.JOBS_QUEUE_URL ?? '',
    facts: { fn: facts.FunctionName, mapping: factsOf(facts), aside: asideOf(facts) },
    jobs: mappings.filter((mapping) => mapping !== facts).map(jobsOf),
    machines: ofType(template, 'AWS::StepFunctions::StateMachine').map((machine) => {
      const { ref: arn = '', attributes } = identities.get(machine.id) ?? { attributes: {} as Record<string, string> }
      return { arn, name: attributes.Name ?? '', definition: JSON.parse(String(properties(machine).DefinitionString)) as Machine }
    }),
    rules: ofType(template, 'AWS::Events::Rule').flatMap((rule) => rulesOf(rule.id, properties(rule))),
    groups: new Set(['default', ...ofType(template, 'AWS::Scheduler::ScheduleGroup').map(({ id }) => ref(identities, id))]),
    routes: ofType(template, 'AWS::ApiGatewayV2::Route').map((route) => routeFrom(properties(route))),
    integrations: new Map(
      ofType(template, 'AWS::ApiGatewayV2::Integration').map((integration) => [integration.id, properties<Integration>(integration)]),
    ),
    distribution: properties<{ DistributionConfig: DistributionConfig }>(
      one(ofType(template, 'AWS::CloudFront::Distribution'), 'distribution'),
    ).DistributionConfig,
    policies: new Map(
      ofType(template, 'AWS::CloudFront::ResponseHeadersPolicy').map((policy) => [
        ref(identities, policy.id),
        properties<{ ResponseHeadersPolicyConfig: Properties }>(policy).ResponseHeadersPolicyConfig,
      ]),
    ),
  }
}

const ref = (identities: Identities, id: string) => identities.get(id)?.ref ?? ''

function replaced(value: unknown, places: Places): unknown {
  if (typeof value === 'string') return placed(value, places)
  if (Array.isArray(value)) return value.map((part) => replaced(part, places))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replaced(part, places)]))
}

/** The bucket that the distribution reads, by the reference in its origin. */
function siteBucketOf({ properties }: Named): string {
  const { Origins } = properties.DistributionConfig as { Origins: { S3OriginConfig?: unknown; DomainName: { 'Fn::GetAtt'?: [string] } }[] }
  const bucket = Origins.find(({ S3OriginConfig }) => S3OriginConfig)?.DomainName['Fn::GetAtt']?.[0]
  if (!bucket) throw new Error('The distribution reads no bucket')
  return bucket
}

function bucketOf(name: string, properties: Properties): BucketDefinition {
  const { QueueConfigurations = [] } = (properties.NotificationConfiguration ?? {}) as {
    QueueConfigurations?: BucketDefinition['notifications']
  }
  return { name, cors: properties.CorsConfiguration as BucketDefinition['cors'], notifications: QueueConfigurations }
}

function queueOf(id: string, identities: Identities, properties: Properties): QueueDefinition {
  const { ref: url = '', attributes } = identities.get(id) ?? { attributes: {} as Record<string, string> }
  const redrive = properties.RedrivePolicy as { deadLetterTargetArn: string; maxReceiveCount: number } | undefined
  return {
    name: attributes.QueueName ?? '',
    arn: attributes.Arn ?? '',
    url,
    visibilitySeconds: Number(properties.VisibilityTimeout ?? 30),
    retentionSeconds: Number(properties.MessageRetentionPeriod ?? 345_600),
    ...(redrive && { redrive: { to: redrive.deadLetterTargetArn, after: redrive.maxReceiveCount } }),
  }
}

function functionOf({ id, resource }: Named, name: string, properties: Properties): FunctionDefinition {
  const entry = resource.Metadata?.['shuren:entry']
  if (typeof entry !== 'string') throw new Error(`${id} does not say which module it is (metadata shuren:entry)`)
  const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, string> }
  return {
    name,
    entry,
    timeoutSeconds: Number(properties.Timeout ?? 3),
    memoryMiB: Number(properties.MemorySize ?? 128),
    environment: Variables,
  }
}

function factsOf(mapping: SourceMapping): Mapping {
  const { Filters = [] } = (mapping.FilterCriteria ?? {}) as { Filters?: { Pattern: string }[] }
  return {
    source: mapping.EventSourceArn,
    batchSize: mapping.BatchSize ?? 100,
    lanes: Number(mapping.ParallelizationFactor ?? 1),
    retries: Number(mapping.MaximumRetryAttempts ?? 10_000),
    bisect: mapping.BisectBatchOnFunctionError === true,
    filters: Filters.map(({ Pattern }) => JSON.parse(Pattern)),
  }
}

const asideOf = (mapping: SourceMapping) =>
  (mapping.DestinationConfig as { OnFailure?: { Destination: string } } | undefined)?.OnFailure?.Destination

function jobsOf(mapping: SourceMapping) {
  const { MaximumConcurrency = 5 } = (mapping.ScalingConfig ?? {}) as { MaximumConcurrency?: number }
  return { queueArn: mapping.EventSourceArn, fn: mapping.FunctionName, batchSize: mapping.BatchSize ?? 10, concurrency: MaximumConcurrency }
}

function rulesOf(id: string, properties: Properties): Rule[] {
  const targets = (properties.Targets ?? []) as { Arn: string; Input?: string }[]
  const every = rateOf(String(properties.ScheduleExpression))
  return targets.map(({ Arn, Input = '{}' }, i) => ({ id: `${id}.${i}`, every, target: Arn, input: Input }))
}

function routeFrom({ RouteKey, Target }: Properties): Route {
  return routeOf(String(RouteKey), String(Target).replace('integrations/', ''))
}
