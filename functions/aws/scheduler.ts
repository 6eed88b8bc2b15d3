import type { UpdateScheduleCommandInput } from '@aws-sdk/client-scheduler'
import { environment } from './environment.ts'

const named = (error: unknown, name: string) => error instanceof Error && error.name === name

/** Schedules know whole seconds; one that is not whole is rounded up, because a bell that rings too early rings in vain. */
const wholeSecond = (at: string) => new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString().slice(0, 19)

/** One-shot schedules that call the workflow function. Their names say what they are for, so that setting one again moves it. */
export const scheduler = {
  /** @param at an instant; the scheduler rings within the minute that follows */
  async set(name: string, at: string, input: Record<string, unknown>): Promise<void> {
    const { SCHEDULER_GROUP, SCHEDULER_ROLE_ARN, SCHEDULE_TARGET_ARN } = environment()
    const schedule = {
      Name: name,
      GroupName: SCHEDULER_GROUP,
      ScheduleExpression: `at(${wholeSecond(at)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' as const },
      ActionAfterCompletion: 'DELETE' as const,
      Target: { Arn: SCHEDULE_TARGET_ARN, RoleArn: SCHEDULER_ROLE_ARN, Input: JSON.stringify(input) },
    }
    const { CreateScheduleCommand, client } = await import('./sdk/scheduler.ts')
    try {
      await client.send(new CreateScheduleCommand(schedule))
    } catch (error) {
      if (!named(error, 'ConflictException')) throw error
      await move(schedule)
    }
  },

  async remove(name: string): Promise<void> {
    const { client, DeleteScheduleCommand } = await import('./sdk/scheduler.ts')
    try {
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: environment().SCHEDULER_GROUP }))
    } catch (error) {
      if (!named(error, 'ResourceNotFoundException')) throw error
    }
  },
}

/** A schedule that rang between the two calls is gone; then it is made anew. */
async function move(schedule: UpdateScheduleCommandInput): Promise<void> {
  const { CreateScheduleCommand, client, UpdateScheduleCommand } = await import('./sdk/scheduler.ts')
  try {
    await client.send(new UpdateScheduleCommand(schedule))
  } catch (error) {
    if (!named(error, 'ResourceNotFoundException')) throw error
    await client.send(new CreateScheduleCommand(schedule))
  }
}
