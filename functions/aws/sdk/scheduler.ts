import { SchedulerClient } from '@aws-sdk/client-scheduler'

export { CreateScheduleCommand, DeleteScheduleCommand, UpdateScheduleCommand } from '@aws-sdk/client-scheduler'
export const client = new SchedulerClient({})
