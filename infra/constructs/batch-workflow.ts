import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  IntegrationPattern,
  JitterType,
  JsonPath,
  LogLevel,
  Pass,
  S3JsonItemReader,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Construct } from 'constructs'
import { offers, type Settings } from '../config.ts'
import { houseLogs } from './house-logs.ts'
import { pin } from './pin.ts'

const again = {
  maxAttempts: 8,
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  jitterStrategy: JitterType.FULL,
}

/** Reads the lists and no other object of the bucket. */
class ListReader extends S3JsonItemReader {
  override providePolicyStatements(): PolicyStatement[] {
    if (!this.bucket) throw new Error('A bucket of this stack is needed')
    return [new PolicyStatement({ sid: 'FanOutLists', actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects('lists/*')] })]
  }
}

/**
 * The clock of a batch: enter a stage, wait for the answer to its token, leave it, do what concerns each submission and say so, go on.
 * One execution is one batch; what passes along is `{ batch, stage }` and nothing of anybody's content.
 */
export class BatchWorkflow extends Construct {
  readonly machine: StateMachine

  constructor(
    scope: Construct,
    id: string,
    { fn, files, name, settings }: { fn: IFunction; files: IBucket; name: string; settings: Settings },
  ) {
    super(scope, id)
    const { tracing } = offers[settings.partition]
    const call = (stateName: string, step: string, more: Record<string, unknown> = {}) => ({
      stateName,
      lambdaFunction: fn,
      payload: TaskInput.fromObject({ step, batch: JsonPath.stringAt('$.batch'), stage: JsonPath.numberAt('$.stage'), ...more }),
      retryOnServiceExceptions: false,
    })

    const enter = new LambdaInvoke(this, 'Enter', {
      ...call('EnterStage', 'enter'),
      payloadResponseOnly: true,
      resultPath: JsonPath.DISCARD,
    })
    const wait = new LambdaInvoke(this, 'Await', {
      ...call('Await', 'await', { token: JsonPath.taskToken }),
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      resultPath: JsonPath.DISCARD,
    })
    const leave = new LambdaInvoke(this, 'Leave', { ...call('LeaveStage', 'leave'), payloadResponseOnly: true })

    // Each entry of the list carries all that its work needs, so that the map passes nothing else in.
    const item = new LambdaInvoke(this, 'Item', {
      stateName: 'Item',
      lambdaFunction: fn,
      payload: TaskInput.fromObject({ step: 'item', item: JsonPath.entirePayload }),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    })
    const settle = new LambdaInvoke(this, 'Settle', {
      ...call('Settle', 'settle'),
      payloadResponseOnly: true,
      resultPath: JsonPath.DISCARD,
    })
    for (const task of [enter, wait, leave, item, settle]) task.addRetry({ errors: ['States.ALL'], ...again })

    const fanOut = new DistributedMap(this, 'FanOut', {
      stateName: 'FanOut',
      label: 'items',
      itemReader: new ListReader({ bucket: files, key: JsonPath.stringAt('$.fanOut.key') }),
      maxConcurrency: settings.concurrency.items,
      mapExecutionType: StateMachineType.STANDARD,
      // Nothing is settled before every result holds: one that keeps failing fails the execution, which alarms, and the round begins another.
      resultPath: JsonPath.DISCARD,
    }).itemProcessor(item)

    const next = new Pass(this, 'Next', {
      stateName: 'NextStage',
      parameters: { batch: JsonPath.stringAt('$.batch'), stage: JsonPath.numberAt('$.next') },
    })
    const more = new Choice(this, 'More', { stateName: 'MoreStages?' })
      .when(Condition.isNull('$.next'), new Succeed(this, 'Done', { stateName: 'Done' }))
      .otherwise(next.next(enter))
    const work = new Choice(this, 'Work', { stateName: 'FanOut?' })
      .when(Condition.isPresent('$.fanOut'), fanOut.next(settle).next(more))
      .otherwise(more)

    this.machine = pin(
      new StateMachine(this, 'Machine', {
        stateMachineName: name,
        stateMachineType: StateMachineType.STANDARD,
        definitionBody: DefinitionBody.fromChainable(enter.next(wait).next(leave).next(work)),
        tracingEnabled: tracing,
        logs: {
          destination: pin(houseLogs(this, 'Log', settings.logRetentionDays), 'BatchWorkflowLog'),
          level: LogLevel.ALL,
          includeExecutionData: false,
        },
      }),
      'BatchWorkflow',
    )
  }

  /** The ARN by name alone, for those that the machine itself refers to. */
  static arn(scope: Construct, name: string): string {
    return Stack.of(scope).formatArn({ service: 'states', resource: `stateMachine:${name}` })
  }
}
