import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LocalClock } from './clock.ts'
import { openDatabase } from './database.ts'
import { localKeys } from './engine.ts'
import { Executions } from './executions.ts'
import { close, freePort, listen } from './ports.ts'
import { Queues } from './queues.ts'
import { Schedules } from './schedules.ts'
import { createServices } from './services.ts'

const machine = 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:batches'
const fn = 'arn:aws:lambda:ap-southeast-1:000000000000:function:workflow'

describe('the services, as their own SDK asks them', () => {
  const directory = mkdtempSync(join(tmpdir(), 'services-'))
  const tokens: string[] = []
  let server: Server
  let queues: Queues
  let url: string
  let sqs: SQSClient
  let sfn: SFNClient
  let scheduler: SchedulerClient

  beforeAll(async () => {
    const port = await freePort()
    const endpoint = `http://127.0.0.1:${port}`
    url = `${endpoint}/000000000000/jobs`
    const database = openDatabase(directory)
    const clock = new LocalClock(database)
    queues = new Queues({
      database,
      region: 'ap-southeast-1',
      now: Date.now,
      queues: [{ name: 'jobs', arn: 'arn:jobs', url, visibilitySeconds: 30, retentionSeconds: 86_400 }],
    })
    const executions = new Executions({
      database,
      now: Date.now,
      machines: [{ arn: machine, name: 'batches', definition: waiting }],
      invoke: async (_fn, event) => tokens.push((event as { token: string }).token),
      readObject: async () => '[]',
    })
    const schedules = new Schedules({ database, clock, rules: [], invoke: async () => {}, settled: async () => {} })
    server = createServices({ queues, executions, schedules, groups: new Set(['default', 'deadlines']) })
    await listen(server, port)
    const settings = { endpoint, region: 'ap-southeast-1', credentials: localKeys, maxAttempts: 1 }
    sqs = new SQSClient(settings)
    sfn = new SFNClient(settings)
    scheduler = new SchedulerClient(settings)
  })
  afterAll(async () => {
    await close(server)
    rmSync(directory, { recursive: true, force: true })
  })
  const waiting = {
    StartAt: 'Await',
    States: {
      Await: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Parameters: { FunctionName: fn, Payload: { 'token.$': '$$.Task.Token' } },
        End: true,
      },
    },
  }
  const token = async (count: number) => {
    for (let i = 0; i < 200 && tokens.length < count; i++) await new Promise((resolve) => setTimeout(resolve, 5))
    return tokens[count - 1]
  }

  test('a message is taken and its digest agrees', async () => {
    const { MessageId } = await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{"job":"mail","to":"张老师"}' }))
    const two = { Id: '2', MessageBody: 'two', DelaySeconds: 30 }
    const { Successful } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: [{ Id: '1', MessageBody: 'one' }, two] }))
    expect(Successful?.map(({ Id }) => Id)).toEqual(['1', '2'])
    expect(queues.peek('jobs').map(({ body }) => body)).toEqual(['{"job":"mail","to":"张老师"}', 'one', 'two'])
    expect(queues.peek('jobs')[0]?.id).toBe(MessageId)
  })
  test('a queue that is not there, a batch too many, a call that is not offered: each is refused by its name', async () => {
    const nowhere = new SendMessageCommand({ QueueUrl: url.replace('jobs', 'others'), MessageBody: 'x' })
    await expect(sqs.send(nowhere)).rejects.toMatchObject({ name: 'QueueDoesNotExist' })
    const Entries = Array.from({ length: 11 }, (_, i) => ({ Id: String(i), MessageBody: 'x' }))
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))).rejects.toMatchObject({
      name: 'TooManyEntriesInBatchRequest',
    })
    await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl: url }))).rejects.toThrow('does not offer AmazonSQS.ReceiveMessage')
  })

  test('an execution starts, waits, is answered and described', async () => {
    const started = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name: 'b1', input: '{}' }))
    const taskToken = await token(1)
    await sfn.send(new SendTaskHeartbeatCommand({ taskToken }))
    await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"done":true}' }))
    await expect
      .poll(async () => (await sfn.send(new DescribeExecutionCommand({ executionArn: started.executionArn }))).status)
      .toBe('SUCCEEDED')
    const described = await sfn.send(new DescribeExecutionCommand({ executionArn: started.executionArn }))
    expect(described).toMatchObject({ name: 'b1', output: '{"done":true}' })
    expect(Math.abs((described.startDate?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    await expect(sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))).rejects.toMatchObject({ name: 'TaskTimedOut' })
    const again = new StartExecutionCommand({ stateMachineArn: machine, name: 'b1', input: '{}' })
    await expect(sfn.send(again)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  })
  test('an execution fails with the answer, or is stopped', async () => {
    const failing = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name: 'b2', input: '{}' }))
    await sfn.send(new SendTaskFailureCommand({ taskToken: await token(2), error: 'Cancelled', cause: 'by the host' }))
    const status = async (executionArn: string | undefined) => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status
    await expect.poll(() => status(failing.executionArn)).toBe('FAILED')
    const stopping = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name: 'b3', input: '{}' }))
    await token(3)
    await sfn.send(new StopExecutionCommand({ executionArn: stopping.executionArn }))
    expect(await status(stopping.executionArn)).toBe('ABORTED')
    await expect(status('arn:aws:states:ap-southeast-1:000000000000:execution:batches:none')).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    })
  })

  test('a schedule is made, read, moved and deleted', async () => {
    const schedule = {
      Name: 'b1-0-closes',
      GroupName: 'deadlines',
      ScheduleExpression: 'at(2031-01-01T00:00:00)',
      FlexibleTimeWindow: { Mode: 'OFF' as const },
      Target: { Arn: fn, RoleArn: 'arn:aws:iam::000000000000:role/scheduler', Input: '{}' },
    }
    await scheduler.send(new CreateScheduleCommand(schedule))
    await expect(scheduler.send(new CreateScheduleCommand(schedule))).rejects.toMatchObject({ name: 'ConflictException' })
    await scheduler.send(new UpdateScheduleCommand({ ...schedule, ScheduleExpression: 'at(2032-01-01T00:00:00)' }))
    const asked = { Name: schedule.Name, GroupName: schedule.GroupName }
    expect((await scheduler.send(new GetScheduleCommand(asked))).ScheduleExpression).toBe('at(2032-01-01T00:00:00)')
    await scheduler.send(new DeleteScheduleCommand(asked))
    for (const command of [new GetScheduleCommand(asked), new DeleteScheduleCommand(asked), new UpdateScheduleCommand(schedule)])
      await expect(scheduler.send(command as GetScheduleCommand)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    const elsewhere = new CreateScheduleCommand({ ...schedule, GroupName: 'others' })
    await expect(scheduler.send(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    const recurring = new CreateScheduleCommand({ ...schedule, ScheduleExpression: 'rate(1 day)' })
    await expect(scheduler.send(recurring)).rejects.toMatchObject({ name: 'ValidationException' })
  })
})
