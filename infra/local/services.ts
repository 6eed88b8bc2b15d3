import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Executions, Refused } from './executions.ts'
import { md5, type Queues } from './queues.ts'
import { arnOf } from './resolve.ts'
import type { Schedule, Schedules } from './schedules.ts'

type Input = Record<string, unknown>
type Behind = { queues: Queues; executions: Executions; schedules: Schedules; groups: ReadonlySet<string> }
type Reply = { status: number; body: unknown; error?: string }
type Call = (input: Input) => unknown

const text = (input: Input, name: string) => String(input[name] ?? '')

/** The calls of SQS, Step Functions and EventBridge Scheduler that the functions make, in the protocols of their SDK; others are refused. */
export function createServices(behind: Behind): Server {
  const calls = { ...queueCalls(behind), ...executionCalls(behind) }
  return createServer(async (request, response) => {
    const body = await read(request)
    const { status, body: answer, error } = await carriedOut(() => dispatch(request, body, behind, calls))
    send(response, status, answer, error)
  })
}

function dispatch(
  { method = 'POST', url = '/', headers }: IncomingMessage,
  body: string,
  behind: Behind,
  calls: Record<string, Call>,
): Reply {
  const input = (body ? JSON.parse(body) : {}) as Input
  const { pathname, searchParams } = new URL(url, 'http://local')
  const schedule = /^\/schedules\/([^/]+)$/.exec(pathname)?.[1]
  if (schedule) return scheduleCall(method, decodeURIComponent(schedule), input, searchParams, behind)
  const target = String(headers['x-amz-target'] ?? '')
  const call = calls[target]
  if (!call) throw new Refused('UnknownOperationException', `The local stack does not offer ${target || `${method} ${pathname}`}`)
  return { status: 200, body: call(input) ?? {} }
}

async function carriedOut(call: () => Reply): Promise<Reply> {
  try {
    return call()
  } catch (error) {
    if (error instanceof Refused) return { status: 400, body: { __type: error.name, message: error.message }, error: error.name }
    return { status: 500, body: { __type: 'InternalFailure', message: String(error) }, error: 'InternalFailure' }
  }
}

function queueCalls({ queues }: Behind): Record<string, Call> {
  const find = (input: Input) => {
    const queue = queues.byUrl(text(input, 'QueueUrl'))
    if (!queue) throw new Refused('QueueDoesNotExist', 'The specified queue does not exist.')
    return queue
  }
  const put = (queue: ReturnType<typeof find>, entry: Input) => {
    const body = text(entry, 'MessageBody')
    if (Buffer.byteLength(body) > 1_048_576)
      throw new Refused('InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.')
    const { id, md5: digest } = queues.send(queue, body, Number(entry.DelaySeconds ?? 0), (entry.MessageAttributes ?? {}) as Input)
    return { MessageId: id, MD5OfMessageBody: digest }
  }
  return {
    'AmazonSQS.SendMessage': (input) => put(find(input), input),
    'AmazonSQS.ChangeMessageVisibility': (input) => {
      const changed = queues.showAfter(find(input), text(input, 'ReceiptHandle'), Number(input.VisibilityTimeout))
      if (!changed) throw new Refused('MessageNotInflight', 'The message is not in flight.')
      return {}
    },
    'AmazonSQS.SendMessageBatch': (input) => {
      const queue = find(input)
      const entries = (input.Entries ?? []) as Input[]
      if (entries.length === 0)
        throw new Refused('EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.')
      if (entries.length > 10) throw new Refused('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.')
      return { Successful: entries.map((entry) => ({ Id: entry.Id, ...put(queue, entry) })), Failed: [] }
    },
  }
}

function executionCalls({ executions }: Behind): Record<string, Call> {
  const json = (input: Input, name: string, otherwise: string) => {
    const given = text(input, name) || otherwise
    try {
      JSON.parse(given)
    } catch {
      throw new Refused('InvalidExecutionInput', `Invalid ${name}: it is no JSON`)
    }
    return given
  }
  return {
    'AWSStepFunctions.StartExecution': (input) => {
      const name = text(input, 'name') || md5(`${Math.random()}`)
      return executions.start(text(input, 'stateMachineArn'), name, json(input, 'input', '{}'))
    },
    'AWSStepFunctions.StopExecution': (input) => ({
      stopDate: executions.abort(text(input, 'executionArn'), text(input, 'error'), text(input, 'cause')),
    }),
    'AWSStepFunctions.DescribeExecution': (input) => {
      const row = executions.row(text(input, 'executionArn'))
      if (!row) throw new Refused('ExecutionDoesNotExist', `Execution Does Not Exist: '${text(input, 'executionArn')}'`)
      const { arn, machine, name, status, started, stopped, output, error, cause } = row
      const ended = stopped === null ? {} : { stopDate: stopped / 1000 }
      const how = Object.fromEntries(Object.entries({ output, error, cause }).filter(([, value]) => value !== null))
      return { executionArn: arn, stateMachineArn: machine, name, status, input: row.input, startDate: started / 1000, ...ended, ...how }
    },
    'AWSStepFunctions.SendTaskSuccess': (input) =>
      executions.answer(text(input, 'taskToken'), { output: JSON.parse(json(input, 'output', '{}')) }),
    'AWSStepFunctions.SendTaskFailure': (input) =>
      executions.answer(text(input, 'taskToken'), { error: text(input, 'error') || 'States.TaskFailed', cause: text(input, 'cause') }),
    'AWSStepFunctions.SendTaskHeartbeat': (input) => executions.heartbeat(text(input, 'taskToken')),
  }
}

function scheduleCall(method: string, Name: string, input: Input, query: URLSearchParams, { schedules, groups }: Behind): Reply {
  const refuse = (status: number, error: string, message: string): Reply => ({ status, body: { Message: message }, error })
  const GroupName = String(input.GroupName ?? query.get('groupName') ?? 'default')
  const known = schedules.get(GroupName, Name)
  const ScheduleArn = arnOf('scheduler', `schedule/${GroupName}/${Name}`)
  if (!groups.has(GroupName)) return refuse(404, 'ResourceNotFoundException', `Schedule group ${GroupName} does not exist.`)
  if (method === 'POST' && known) return refuse(409, 'ConflictException', `Schedule ${Name} already exists.`)
  if (method !== 'POST' && !known) return refuse(404, 'ResourceNotFoundException', `Schedule ${Name} does not exist.`)
  if (method === 'GET') return { status: 200, body: { ...known, Arn: ScheduleArn } }
  if (method === 'DELETE') {
    schedules.remove(GroupName, Name)
    return { status: 200, body: {} }
  }
  const { ClientToken: _once, ...definition } = input
  const schedule = { ActionAfterCompletion: 'NONE', State: 'ENABLED', ...definition, Name, GroupName } as Schedule
  if (!/^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)$/.test(schedule.ScheduleExpression ?? ''))
    return refuse(400, 'ValidationException', `Invalid Schedule Expression ${schedule.ScheduleExpression}.`)
  schedules.put(schedule)
  return { status: 200, body: { ScheduleArn } }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown, error: string | undefined): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...(error && { 'x-amzn-errortype': error }) })
  response.end(JSON.stringify(body))
}
