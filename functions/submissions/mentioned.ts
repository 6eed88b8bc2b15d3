import * as z from 'zod'
import { type Key, key } from '../aws/keys.ts'
import { unitKeys } from './register.ts'

/** So many are read with the session; a section that names more has them read by themselves. Bounds what a body can make the table read before anybody is known. */
const mostUnits = 5
const mostFiles = 20

/** What looks like a file or a unit of the register, in any form: which field takes which is not known yet. */
const Mentions = z.object({ values: z.record(z.string(), z.unknown()) })
const Unit = z.object({ code: z.string().min(1).max(40), name: z.string() })
const Files = z.array(z.object({ id: z.ulid(), bytes: z.number() }))

/**
 * What the answers sent for a section name, told from their shape alone: the body is there from the first instant, so that its files and units can be
 * read together with the session.
 */
export function mentionedIn(body: string, submission: string): Key[] {
  if (!/"(?:code|id)"\s*:/.test(body)) return []
  const parsed = Mentions.safeParse(jsonOf(body))
  if (!parsed.success) return []
  const values = Object.values(parsed.data.values)
  const units = values.flatMap((value) => Unit.safeParse(value).data?.code ?? [])
  const files = values.flatMap((value) => Files.safeParse(value).data ?? [])
  return [
    ...(units.length > mostUnits ? [] : units.flatMap(unitKeys)),
    ...(files.length > mostFiles ? [] : files.map(({ id }) => key.file(submission, id))),
  ]
}

/** What is no JSON is refused where the body is checked. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
