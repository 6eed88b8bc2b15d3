import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import { arnOf } from './resolve.ts'
import { localMachine, type Machine, reading, selected, tasksOf } from './states.ts'

type Json = ReturnType<typeof JSON.parse>
export type ExecutionRow = {
  arn: string
  machine: string
  name: string
  input: string
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED'
  state: string | null
  state_input: string | null
  started: number
  stopped: number | null
  output: string | null
  error: string | null
  cause: string | null
}
type Run = {
  database: DatabaseSync
  now: () => number
  machines: { arn: string; name: string; definition: Machine }[]
  invoke: (fn: string, event: unknown) => Promise<unknown>
  readObject: (bucket: string, key: string) => Promise<string>
}
type Answer = { output: unknown } | { error: string; cause: string }

/** A refusal in the words of the Step Functions API. */
export class Refused extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/**
 * Executions of the template's state machines. Where each one stands is kept in the local database, so that after a restart it
 * goes on with the state it was in; a token given out before the restart still answers.
 */
export class Executions {
  private readonly with: Run
  private readonly live = new Map<string, () => void>()
  private readonly awaited = new Map<string, { execution: string; resolve: (answer: Answer) => void }>()
  private readonly waiting = new Set<string>()
  private stopped = false

  constructor(run: Run) {
    this.with = run
  }

  start(machine: string, name: string, input: string): { executionArn: string; startDate: number } {
    const found = this.with.machines.find(({ arn }) => arn === machine)
    if (!found) throw new Refused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machine}'`)
    const executionArn = arnOf('states', `execution:${found.name}:${name}`)
    const known = this.row(executionArn)
    if (known) {
      if (known.status === 'RUNNING' && known.input === input) return { executionArn, startDate: known.started / 1000 }
      throw new Refused('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`)
    }
    const now = this.with.now()
    this.with.database
      .prepare('INSERT INTO executions (arn, machine, name, input, status, started) VALUES (?, ?, ?, ?, ?, ?)')
      .run(executionArn, machine, name, input, 'RUNNING', now)
    this.run(executionArn)
    return { executionArn, startDate: now / 1000 }
  }

  /** Goes on with everything that was running when the process ended. */
  resume(): number {
    const rows = this.with.database.prepare("SELECT arn FROM executions WHERE status = 'RUNNING'").all() as { arn: string }[]
    for (const { arn } of rows) this.run(arn)
    return rows.length
  }

  row(arn: string): ExecutionRow | undefined {
    return this.with.database.prepare('SELECT * FROM executions WHERE arn = ?').get(arn) as ExecutionRow | undefined
  }

  abort(arn: string, error = '', cause = ''): number {
    const row = this.row(arn)
    if (!row) throw new Refused('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    const now = this.with.now()
    if (row.status === 'RUNNING') {
      const halt = this.live.get(arn)
      this.end(arn, 'ABORTED', { error, cause })
      halt?.()
      this.letGo(arn)
    }
    return now / 1000
  }

  /** Answers a token; an answer that comes before the function has returned waits for it. */
  answer(token: string, answer: Answer): void {
    const { changes } = this.with.database
      .prepare('UPDATE tokens SET answer = ? WHERE token = ? AND answer IS NULL')
      .run(JSON.stringify(answer), token)
    if (changes === 0) throw new Refused('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
    this.awaited.get(token)?.resolve(answer)
  }
  /** Says that whoever holds the token is still at work. */
  heartbeat(token: string): void {
    if (!this.with.database.prepare('SELECT 1 FROM tokens WHERE token = ? AND answer IS NULL').get(token))
      throw new Refused('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
  }

  /** Whether every execution waits for an answer. */
  isIdle(): boolean {
    return [...this.live.keys()].every((arn) => this.waiting.has(arn))
  }
  stop(): void {
    this.stopped = true
    for (const [arn, halt] of this.live) {
      halt()
      this.letGo(arn)
    }
  }

  /** Ends the wait of an execution that was halted: its runner goes no further, and leaves no timer that would keep the process. */
  private letGo(arn: string): void {
    for (const { execution, resolve } of this.awaited.values()) if (execution === arn) resolve({ output: null })
  }

  private run(arn: string): void {
    const row = this.row(arn)
    const machine = this.with.machines.find((candidate) => candidate.arn === row?.machine)
    if (!row || !machine) return
    const definition = localMachine(machine.definition)
    const from = row.state && definition.States[row.state] ? row.state : definition.StartAt
    const input: Json = JSON.parse((from === row.state ? row.state_input : null) ?? row.input)
    const context = {
      Execution: { Id: arn, Name: row.name, Input: JSON.parse(row.input), StartTime: new Date(row.started).toISOString() },
      StateMachine: { Id: machine.arn, Name: machine.name },
      // Read once for each task that asks for a token.
      get Task() {
        return { Token: randomBytes(32).toString('base64url') }
      },
    }
    const runner = new StateMachine({ ...definition, StartAt: from } as unknown as StateMachineDefinition, {
      validationOptions: { noValidate: true },
    })
    const handlers = Object.fromEntries(tasksOf(definition).map(([name, { Resource = '' }]) => [name, this.handler(arn, name, Resource)]))
    const { result, abort, eventLogs } = runner.run(input, { overrides: { taskResourceLocalHandlers: handlers }, context })
    this.live.set(arn, abort)
    void this.follow(arn, definition, eventLogs)
    result.then(
      (output) => this.end(arn, 'SUCCEEDED', { output: JSON.stringify(output) }),
      (error: Error) => this.end(arn, 'FAILED', { error: error.name, cause: error.message }),
    )
  }

  /** Keeps where an execution stands. What was asked in the state before has its answer then. */
  private async follow(
    arn: string,
    definition: Machine,
    logs: AsyncGenerator<{ type: string; state?: { name: string; input: unknown } }>,
  ): Promise<void> {
    const enter = this.with.database.prepare("UPDATE executions SET state = ?, state_input = ? WHERE arn = ? AND status = 'RUNNING'")
    const forget = this.with.database.prepare('DELETE FROM tokens WHERE execution = ? AND state <> ?')
    try {
      for await (const { type, state } of logs) {
        if (this.stopped) return
        if (type !== 'StateEntered' || !state || !(state.name in definition.States)) continue
        enter.run(state.name, JSON.stringify(state.input), arn)
        forget.run(arn, state.name)
      }
    } catch {
      // The result tells how the execution ended.
    }
  }

  private end(arn: string, status: ExecutionRow['status'], how: { output?: string; error?: string; cause?: string }): void {
    this.live.delete(arn)
    this.waiting.delete(arn)
    if (this.stopped) return
    const { database, now } = this.with
    database
      .prepare("UPDATE executions SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE arn = ? AND status = 'RUNNING'")
      .run(status, now(), how.output ?? null, how.error ?? null, how.cause ?? null, arn)
    database.prepare('DELETE FROM tokens WHERE execution = ?').run(arn)
  }

  private handler(execution: string, name: string, resource: string): (input: Json) => Promise<Json> {
    const work = this.worker(execution, name, resource)
    return async (input) => {
      // A turn of the event loop, in which the log catches up: where the execution stands is kept before its task begins.
      await new Promise((resolve) => setImmediate(resolve))
      return work(input)
    }
  }

  private worker(execution: string, name: string, resource: string): (input: Json) => Promise<Json> {
    if (resource === reading) return (input) => this.readItems(input)
    if (resource.endsWith(':lambda:invoke.waitForTaskToken')) return (input) => this.askAndWait(execution, name, input)
    if (resource.endsWith(':lambda:invoke'))
      return async ({ FunctionName, Payload }) => ({
        ExecutedVersion: '$LATEST',
        StatusCode: 200,
        Payload: await this.call(FunctionName, Payload),
      })
    if (resource.includes(':function:')) return (input) => this.call(resource, input)
    throw new Error(`The local stack does not know the task resource ${resource}`)
  }

  private async call(fn: string, payload: Json): Promise<Json> {
    const answer = await this.with.invoke(fn, payload)
    return answer === undefined ? null : JSON.parse(JSON.stringify(answer))
  }

  private async askAndWait(execution: string, state: string, { FunctionName, Payload }: Json): Promise<Json> {
    const { database } = this.with
    const find = database.prepare('SELECT token, handed, answer FROM tokens WHERE execution = ? AND state = ?')
    const known = find.get(execution, state) as { token: string; handed: number; answer: string | null } | undefined
    const fresh = JSON.stringify(Payload).match(/"([A-Za-z0-9_-]{43})"/)?.[1] ?? ''
    const token = known?.token ?? fresh
    if (!known) database.prepare('INSERT INTO tokens (token, execution, state) VALUES (?, ?, ?)').run(token, execution, state)
    const answered = new Promise<Answer>((resolve) => this.awaited.set(token, { execution, resolve }))
    if (known?.answer) this.awaited.get(token)?.resolve(JSON.parse(known.answer))
    else if (!known?.handed) {
      await this.call(FunctionName, JSON.parse(JSON.stringify(Payload).replace(fresh, token)))
      database.prepare('UPDATE tokens SET handed = 1 WHERE token = ?').run(token)
    }
    this.waiting.add(execution)
    const answer = await answered
    this.waiting.delete(execution)
    this.awaited.delete(token)
    if ('error' in answer) {
      // A retry asks anew, with a token of its own.
      database.prepare('DELETE FROM tokens WHERE token = ?').run(token)
      throw Object.assign(new Error(answer.cause), { name: answer.error })
    }
    return answer.output
  }

  private async readItems({
    reader,
    state,
    selector,
  }: {
    reader: { Bucket: string; Key: string }
    state: unknown
    selector: string
  }): Promise<Json> {
    const list = JSON.parse(await this.with.readObject(reader.Bucket, reader.Key)) as unknown[]
    return selected(JSON.parse(selector), state, list)
  }
}
