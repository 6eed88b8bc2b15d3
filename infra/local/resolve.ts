import type { Template } from '../synthesise.ts'
import { localSettings } from './template.ts'

/** The account under which everything local is named. */
export const account = '000000000000'
const { region } = localSettings
const partition = 'aws'

const pseudo: Record<string, string> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': partition,
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'shuren-local',
  'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/shuren-local/local`,
}

/** What `Ref` and `GetAtt` of one resource give; a missing attribute is a mistake of ours and stops the start. */
export type Identity = { ref: string; attributes: Record<string, string> }
export type Identities = ReadonlyMap<string, Identity>

export const arnOf = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${account}:${rest}`

/** The only intrinsic functions that the template uses for what has a local body. */
export function resolve(value: unknown, identities: Identities): unknown {
  if (Array.isArray(value)) return value.map((part) => resolve(part, identities))
  if (typeof value !== 'object' || value === null) return value
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value)
  if (more.length === 0) {
    if (name === 'Ref') return reference(String(argument), identities)
    if (name === 'Fn::GetAtt') return attribute(argument, identities)
    if (name === 'Fn::Join') {
      const [glue, parts] = argument as [string, unknown[]]
      return parts.map((part) => resolve(part, identities)).join(glue)
    }
    if (name === 'Fn::Sub') return substitute(argument, identities)
    if (name.startsWith('Fn::')) throw new Error(`The local stack does not know ${name}`)
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part, identities)]))
}

function reference(name: string, identities: Identities): string {
  const found = pseudo[name] ?? identities.get(name)?.ref
  if (found === undefined) throw new Error(`Nothing local is called ${name}`)
  return found
}

function attribute(argument: unknown, identities: Identities): string {
  const [name = '', ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.')
  const found = identities.get(name)?.attributes[path.join('.')]
  if (found === undefined) throw new Error(`Nothing local has ${name}.${path.join('.')}`)
  return found
}

function substitute(argument: unknown, identities: Identities): string {
  const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as [string, Record<string, unknown>]
  return text.replaceAll(/\$\{([^!}]+)\}/g, (_, name: string) => {
    if (name in own) return String(resolve(own[name], identities))
    return name.includes('.') ? attribute(name, identities) : reference(name, identities)
  })
}

/** Names and ARNs as CloudFormation would give them, for every resource that others refer to. */
export function identify(template: Template, queueUrl: (id: string) => string): Identities {
  const identities = new Map<string, Identity>()
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    const name = (property: string) => (typeof Properties[property] === 'string' ? Properties[property] : `shuren-local-${id}`)
    identities.set(id, identityOf(Type, id, name, queueUrl))
  }
  return identities
}

function identityOf(type: string, id: string, name: (property: string) => string, queueUrl: (id: string) => string): Identity {
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable': {
      const table = name('TableName')
      const Arn = arnOf('dynamodb', `table/${table}`)
      return { ref: table, attributes: { Arn, StreamArn: `${Arn}/stream/local` } }
    }
    case 'AWS::SQS::Queue': {
      const queue = name('QueueName')
      return { ref: queueUrl(queue), attributes: { Arn: arnOf('sqs', queue), QueueName: queue, QueueUrl: queueUrl(queue) } }
    }
    case 'AWS::S3::Bucket': {
      const bucket = name('BucketName').toLowerCase()
      const DomainName = bucketHost(bucket)
      return { ref: bucket, attributes: { Arn: `arn:${partition}:s3:::${bucket}`, DomainName, RegionalDomainName: DomainName } }
    }
    case 'AWS::Lambda::Function': {
      const fn = name('FunctionName')
      return { ref: fn, attributes: { Arn: arnOf('lambda', `function:${fn}`) } }
    }
    case 'AWS::StepFunctions::StateMachine': {
      const machine = name('StateMachineName')
      const Arn = arnOf('states', `stateMachine:${machine}`)
      return { ref: Arn, attributes: { Arn, Name: machine } }
    }
    case 'AWS::IAM::Role':
      return { ref: name('RoleName'), attributes: { Arn: `arn:${partition}:iam::${account}:role/${name('RoleName')}` } }
    case 'AWS::SecretsManager::Secret': {
      const Arn = arnOf('secretsmanager', `secret:${name('Name')}`)
      return { ref: Arn, attributes: { Id: Arn } }
    }
    case 'AWS::Scheduler::ScheduleGroup':
      return { ref: name('Name'), attributes: { Arn: arnOf('scheduler', `schedule-group/${name('Name')}`) } }
    case 'AWS::CloudFront::Distribution':
      return { ref: id, attributes: { DomainName: distributionHost, Id: id } }
    case 'AWS::ApiGatewayV2::Api':
      return { ref: id, attributes: { ApiId: id } }
    case 'AWS::Logs::LogGroup':
      return { ref: name('LogGroupName'), attributes: { Arn: arnOf('logs', `log-group:${name('LogGroupName')}`) } }
    case 'AWS::SNS::Topic':
      return { ref: arnOf('sns', id), attributes: { TopicArn: arnOf('sns', id) } }
    default:
      return { ref: id, attributes: { Id: id, Arn: `arn:${partition}:local:::${id}` } }
  }
}

/** Host names that only the template speaks of; `Places` says where they are on this machine. */
export const distributionHost = 'site.local'
export const bucketHost = (bucket: string) => `${bucket}.s3.local`

/** Puts this machine's addresses in place of the template's: `https://<host>` as the cloud would have it, `http://localhost:<port>` here. */
export type Places = ReadonlyMap<string, string>
export function placed(text: string, places: Places): string {
  let result = text
  for (const [cloud, here] of places) result = result.replaceAll(cloud, here)
  return result
}
