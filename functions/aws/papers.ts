import { downloadOf, look } from './files.ts'
import { type Job, send } from './jobs.ts'

export type Paper = { ready: true; url: string } | { ready: false }

/** A link to a document that stands under a name of its content; asked for the first time, `job` makes it and the asker comes again. */
export async function paperAt(object: string, job: Job): Promise<Paper> {
  if (await look(object)) return { ready: true, url: await downloadOf(object) }
  await send(job)
  return { ready: false }
}
