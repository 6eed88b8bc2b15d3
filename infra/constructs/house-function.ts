import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage, type Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, CfnFunction, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { bundle, bundled } from '../bundle.ts'
import { offers, type Settings } from '../config.ts'
import { type Alarms, fiveMinutes, minute } from './alarms.ts'
import { houseLogs } from './house-logs.ts'
import { pin } from './pin.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Network = { subnetIds: string[]; securityGroupIds: string[] }

export type HouseFunctionProps = {
  settings: Settings
  alarms: Alarms
  /** The module, from the root of the repository. */
  entry: string
  logicalId: string
  /** A name of its own, only where others must know it before the function exists. */
  functionName?: string
  memoryMiB: number
  timeout: Duration
  concurrency: number | null
  environment: Record<string, string>
  /** Where in a network of the account it stands; without it, in Lambda's own. */
  network?: Network | undefined
  /** Files that the module reads beside itself: where it looks for each, and where it lies in the repository. */
  carries?: Record<string, string>
}

/** What Lambda does with the interfaces of a function in a network; the actions know no resources. */
const interfaces = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
] as const

/** The code of a module, bundled on this machine, when the stack is synthesised to be deployed; identified by what the bundle holds. */
const codeOf = (entry: string, carries?: Record<string, string>) =>
  Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the library and never used: what is local always succeeds or throws.
      image: DockerImage.fromRegistry('none'),
      // The library takes two bundles for one when all that it can write down of them is the same.
      command: [entry],
      local: {
        tryBundle(directory) {
          bundle(entry, directory, carries)
          return true
        },
      },
    },
  })

/** A function of the house: Node 24 on arm64, a small module with the SDK inside and what is rarely needed beside it, its own log, its own budget, its own alarms, no grants. */
export class HouseFunction extends Construct {
  readonly fn: LambdaFunction
  readonly network: Network | undefined
  private readonly reached: { bucket: IBucket; prefix: string }[] = []

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id)
    const { settings, alarms, timeout } = props
    const { tracing } = offers[settings.partition]
    const log = pin(houseLogs(this, 'Log', settings.logRetentionDays), `${props.logicalId}Log`)

    const role = pin(new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }), `${props.logicalId}Role`)

    this.fn = pin(
      new LambdaFunction(this, 'Function', {
        code: codeOf(props.entry, props.carries),
        handler: `${bundled}.handler`,
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        memorySize: props.memoryMiB,
        timeout,
        ...(props.functionName && { functionName: props.functionName }),
        ...(props.concurrency !== null && { reservedConcurrentExecutions: props.concurrency }),
        role,
        logGroup: log,
        tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
        environment: {
          NODE_OPTIONS: '--enable-source-maps',
          POWERTOOLS_SERVICE_NAME: id.toLowerCase(),
          POWERTOOLS_METRICS_NAMESPACE: 'shuren',
          POWERTOOLS_TRACE_ENABLED: String(tracing),
          ...props.environment,
        },
      }),
      props.logicalId,
    )
    this.allow('Log', ['logs:CreateLogStream', 'logs:PutLogEvents'], [log.logGroupArn])
    const resource = this.fn.node.defaultChild
    if (!(resource instanceof CfnFunction)) throw new Error('A function of this stack is needed')
    resource.addMetadata('shuren:entry', props.entry)
    this.network = props.network
    if (this.network) this.standIn(resource, this.network)

    alarms.when(`${id}Errors`, this.fn.metricErrors({ period: fiveMinutes }), 5, `${id}: runs end in an error`)
    alarms.when(`${id}Throttles`, this.fn.metricThrottles({ period: minute }), 1, `${id}: its budget of concurrency is used up`, 3)
    alarms.when(
      `${id}Duration`,
      this.fn.metricDuration({ period: fiveMinutes, statistic: 'p99' }),
      timeout.toMilliseconds() * 0.8,
      `${id}: one run in a hundred comes near its time limit`,
    )
  }

  /** Lambda makes and removes the function's interfaces under its role. */
  private standIn(resource: CfnFunction, { subnetIds, securityGroupIds }: Network): void {
    resource.vpcConfig = { subnetIds, securityGroupIds }
    this.allow('Network', interfaces, ['*'])
  }

  /** Allows exactly these actions on exactly these resources; the statement's name is what the tests read. */
  allow(sid: string, actions: readonly string[], resources: readonly string[], conditions?: Record<string, Record<string, string>>): void {
    this.fn.addToRolePolicy(
      new PolicyStatement({ sid, actions: [...actions], resources: [...resources], ...(conditions && { conditions }) }),
    )
  }

  /** Allows these actions on every object under these prefixes of a bucket. */
  allowUnder(sid: string, actions: readonly string[], bucket: IBucket, ...prefixes: string[]): void {
    this.reached.push(...prefixes.map((prefix) => ({ bucket, prefix })))
    this.allow(
      sid,
      actions,
      prefixes.map((prefix) => bucket.arnForObjects(`${prefix}/*`)),
    )
  }

  /** The prefixes of a bucket to which something has been allowed. */
  prefixes(bucket: IBucket): string[] {
    return this.reached.filter((each) => each.bucket === bucket).map(({ prefix }) => prefix)
  }
}
