import type { DatabaseSync } from 'node:sqlite'
import type { LocalClock } from './clock.ts'

/** A schedule as EventBridge Scheduler's API speaks of it. */
export type Schedule = {
  Name: string
  GroupName: string
  ScheduleExpression: string
  ScheduleExpressionTimezone?: string
  FlexibleTimeWindow: { Mode: string }
  Target: { Arn: string; RoleArn: string; Input?: string; RetryPolicy?: { MaximumRetryAttempts?: number } }
  ActionAfterCompletion?: 'NONE' | 'DELETE'
  State?: 'ENABLED' | 'DISABLED'
  Description?: string
}
export type Rule = { id: string; every: number; target: string; input: string }
type Row = { group: string; name: string; due: number | null; definition: string }
type Scheduled = {
  database: DatabaseSync
  clock: LocalClock
  rules: Rule[]
  invoke: (target: string, input: unknown, as: string) => Promise<unknown>
  /** Waits until nothing follows any more from what has rung. */
  settled: () => Promise<unknown>
}

/** The moment of `at(2026-01-31T12:00:00)`; recurring schedules belong into the template as rules. */
export function momentOf({
  ScheduleExpression,
  ScheduleExpressionTimezone = 'UTC',
}: Pick<Schedule, 'ScheduleExpression' | 'ScheduleExpressionTimezone'>): number | undefined {
  const match = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(ScheduleExpression)
  if (!match) return undefined
  const utc = Date.parse(`${match[1]}Z`)
  return Number.isNaN(utc) ? undefined : utc - zoneOffset(ScheduleExpressionTimezone, utc)
}

/** Milliseconds by which a zone's clocks are ahead of UTC around a moment. */
function zoneOffset(timeZone: string, moment: number): number {
  if (timeZone === 'UTC') return 0
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment)
  return Date.parse(`${there.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000
}

/** `rate(5 minutes)` in milliseconds. */
export function rateOf(expression: string): number {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  const unit = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[match?.[2] ?? '']
  if (!match || !unit) throw new Error(`The local stack does not know the schedule ${expression}`)
  return Number(match[1]) * unit
}

/** One-shot schedules and the template's rules, by the local clock. What was due while the machine was off rings at the next start. */
export class Schedules {
  private readonly with: Scheduled
  private readonly failures = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private ringing: Promise<void> = Promise.resolve()

  constructor(scheduled: Scheduled) {
    this.with = scheduled
  }

  start(): void {
    this.timer = setInterval(() => void this.ring(), 250)
    this.timer.unref()
  }
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.ringing
  }

  get(group: string, name: string): Schedule | undefined {
    const row = this.with.database.prepare('SELECT definition FROM schedules WHERE "group" = ? AND name = ?').get(group, name)
    return row && (JSON.parse(String(row.definition)) as Schedule)
  }
  put(schedule: Schedule): void {
    const due = schedule.State === 'DISABLED' ? null : (momentOf(schedule) ?? null)
    this.with.database
      .prepare(
        'INSERT INTO schedules VALUES (?, ?, ?, ?) ON CONFLICT ("group", name) DO UPDATE SET due = excluded.due, definition = excluded.definition',
      )
      .run(schedule.GroupName, schedule.Name, due, JSON.stringify(schedule))
  }
  remove(group: string, name: string): boolean {
    return this.with.database.prepare('DELETE FROM schedules WHERE "group" = ? AND name = ?').run(group, name).changes > 0
  }

  /** Rings what is due, one after the other, in the order of time. */
  ring(): Promise<void> {
    this.ringing = this.ringing
      .then(async () => {
        for (let row = this.next(this.with.clock.now()); row; row = this.next(this.with.clock.now())) await this.fire(row)
        for (const rule of this.with.rules) await this.follow(rule)
      })
      // One that cannot be rung must not keep the others from ringing next time.
      .catch((error: Error) => void process.stderr.write(`A schedule could not be rung: ${error.message}\n`))
    return this.ringing
  }

  /** Moves the clock to a moment, stopping at each schedule on the way until all that follows from it has happened. */
  async advanceTo(moment: number): Promise<void> {
    const { clock, settled } = this.with
    for (let row = this.next(moment); row; row = this.next(moment)) {
      clock.moveTo(row.due ?? clock.now())
      await this.ring()
      await settled()
    }
    clock.moveTo(moment)
    await this.ring()
    await settled()
  }

  private next(until: number): Row | undefined {
    return this.with.database.prepare('SELECT * FROM schedules WHERE due <= ? ORDER BY due, name LIMIT 1').get(until) as Row | undefined
  }

  private async fire({ group, name, due, definition }: Row): Promise<void> {
    const { database, clock, invoke } = this.with
    const { Target, ActionAfterCompletion } = JSON.parse(definition) as Schedule
    const id = `${group}/${name}`
    try {
      await invoke(Target.Arn, JSON.parse(Target.Input ?? '{}'), 'schedule')
      this.failures.delete(id)
    } catch {
      const failures = (this.failures.get(id) ?? 0) + 1
      this.failures.set(id, failures)
      if (failures <= (Target.RetryPolicy?.MaximumRetryAttempts ?? 185)) {
        // Later by the clock, with growing pauses, as the scheduler does; the row keeps it over a restart.
        const later = clock.now() + Math.min(60_000, 500 * 2 ** failures)
        database.prepare('UPDATE schedules SET due = ? WHERE "group" = ? AND name = ? AND due = ?').run(later, group, name, due)
        return
      }
    }
    // The function may have moved its own schedule meanwhile; then that one stands.
    if (ActionAfterCompletion === 'DELETE')
      database.prepare('DELETE FROM schedules WHERE "group" = ? AND name = ? AND due = ?').run(group, name, due)
    else database.prepare('UPDATE schedules SET due = NULL WHERE "group" = ? AND name = ? AND due = ?').run(group, name, due)
  }

  private async follow({ id, every, target, input }: Rule): Promise<void> {
    const { database, clock, invoke } = this.with
    const name = `rule ${id}`
    const last = database.prepare('SELECT value FROM settings WHERE name = ?').get(name)
    const now = clock.now()
    if (last && now < Number(last.value) + every) return
    database.prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, String(now))
    if (last) await invoke(target, JSON.parse(input), 'rule').catch(() => undefined)
  }
}
