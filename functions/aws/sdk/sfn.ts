import { SFNClient } from '@aws-sdk/client-sfn'

export { SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
export const states = new SFNClient({})
