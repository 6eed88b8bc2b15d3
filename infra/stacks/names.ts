/** The few names that must be known before the things exist, because these refer to themselves: all begin with the stage's own. */
export const namesOf = (stage: string) => {
  const house = `shuren-${stage}`
  return { house, workflowFunction: `${house}-workflow`, batchWorkflow: `${house}-batches`, schedules: house }
}
