import { expect, test, vi } from 'vitest'
import type { Job } from './jobs.ts'

const sent: { QueueUrl: string; MessageBody?: string }[] = []
vi.mock('./sdk/sqs.ts', () => {
  class Command {
    readonly input: (typeof sent)[number]
    constructor(input: (typeof sent)[number]) {
      this.input = input
    }
  }
  return {
    SendMessageCommand: Command,
    ChangeMessageVisibilityCommand: Command,
    sqs: { send: async ({ input }: Command) => void sent.push(input) },
  }
})
vi.mock('./environment.ts', () => ({
  environment: () => ({
    JOBS_QUEUE_URL: 'https://queues.example/1/house-jobs',
    DOCUMENTS_QUEUE_URL: 'https://queues.example/1/house-documents',
  }),
}))
// Another file of tests that shares this process may have brought the real ones before.
vi.resetModules()
const { queueOf, send, showAgain } = await import('./jobs.ts')

/** What somebody waits for at a screen must never stand behind the documents of a last hour. */
test.each<[Job, string]>([
  [{ job: 'sign-in-link', email: 'a@example.org', id: 'i', at: '2026-09-20T00:00:00.000Z' }, 'jobs'],
  [{ job: 'mail', mail: 'invitation', to: 'a@example.org', id: 'i', data: {} }, 'jobs'],
  [{ job: 'list-pdf', batch: 'b', unit: 'u', category: 'c' }, 'jobs'],
  [{ job: 'application-pdf', submission: 's', version: 1 }, 'documents'],
  [{ job: 'certificate', award: 'a' }, 'documents'],
  [{ job: 'publish', page: 'award', id: 'a' }, 'documents'],
])('%o waits with the %s', async (job, queue) => {
  await send(job)
  expect(sent.at(-1)).toEqual({ QueueUrl: `https://queues.example/1/house-${queue}`, MessageBody: JSON.stringify(job) })
})

test.each(['jobs', 'documents'] as const)('a message of %s is shown again where it came from', async (queue) => {
  expect(queueOf(`arn:aws:sqs:ap-southeast-1:1:house-${queue}`)).toBe(queue)
  await showAgain('receipt', queue, 5)
  expect(sent.at(-1)).toMatchObject({ QueueUrl: `https://queues.example/1/house-${queue}`, VisibilityTimeout: 5 })
})
