import { environment } from './environment.ts'

const named = (error: unknown, ...names: string[]) => error instanceof Error && names.includes(error.name)

/** The state machine that carries each batch through its stages. */
export const workflow = {
  /**
   * Starts the execution of a name. Asked again while it runs, with the same input, nothing happens.
   * @returns false when an execution of this name has run and ended, so that another name is needed
   */
  async start(name: string, input: { batch: string; stage: number }): Promise<boolean> {
    const { StartExecutionCommand, states } = await import('./sdk/sfn.ts')
    try {
      await states.send(new StartExecutionCommand({ stateMachineArn: environment().STATE_MACHINE_ARN, name, input: JSON.stringify(input) }))
      return true
    } catch (error) {
      if (named(error, 'ExecutionAlreadyExists')) return false
      throw error
    }
  },

  /**
   * Answers a stage's token, so that the execution goes on.
   * @returns false when nobody waits for it any more: it was answered before, or its execution was lost
   */
  async answer(token: string, output: Record<string, unknown>): Promise<boolean> {
    const { SendTaskSuccessCommand, states } = await import('./sdk/sfn.ts')
    try {
      await states.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }))
      return true
    } catch (error) {
      if (named(error, 'TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken')) return false
      throw error
    }
  },
}
