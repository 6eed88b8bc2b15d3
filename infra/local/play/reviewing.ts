import type { Rubric } from '../../../shared/templates/schema.ts'
import { Guest, type Person } from './person.ts'
import { inParallel } from './time.ts'

export type ExpertName = { name: string; email: string; unit: string; fields?: readonly string[] }
type DeskRow = { submission: string; category: string; state: string }

/** Registers experts with a host; who is there already is kept. Answers their ids. */
export async function registerExperts(office: Person, organisation: string, experts: readonly ExpertName[]): Promise<string[]> {
  const kept = await office.rows<{ id: string; email: string }>(`/organisations/${organisation}/experts`)
  const known = new Map(kept.map(({ email, id }) => [email, id]))
  const ids: string[] = []
  for (const { name, email, unit, fields = [] } of experts) {
    const id =
      known.get(email) ??
      (
        await office.done<{ id: string }>('POST', `/organisations/${organisation}/experts`, {
          body: { name, email, unit: { name: unit }, fields },
        })
      ).id
    ids.push(id)
  }
  return ids
}

/** Invites, lets them accept through the link of the mail, and assigns by the balanced rule. */
export async function invite(office: Person, batch: string, ids: readonly string[], emails: readonly string[]): Promise<Guest[]> {
  for (let i = 0; i < ids.length; i += 50)
    await office.done('POST', `/batches/${batch}/experts`, { body: { experts: ids.slice(i, i + 50) } })
  const guests: Guest[] = []
  for (const email of emails) {
    const guest = await Guest.byMail(office.origin, email, batch)
    await guest.done('POST', `/batches/${batch}/desk/accept`)
    guests.push(guest)
  }
  return guests
}

/** Assigns what is to be reviewed, request by request, until nothing remains. */
export async function assign(office: Person, batch: string): Promise<number> {
  let assigned = 0
  for (let remaining = 1; remaining > 0; ) {
    const step = await office.done<{ assigned: number; remaining: number }>('POST', `/batches/${batch}/assignments/balanced`, { body: {} })
    assigned += step.assigned
    remaining = step.assigned > 0 ? step.remaining : 0
  }
  return assigned
}

/** An expert reads, scores, saves and submits all that was assigned; `share` from 0 to 1 says how generous a score is. */
export async function reviewAll(
  guest: Guest,
  batch: string,
  share: (submission: string) => number,
  limit = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { rows } = await guest.done<{ rows: DeskRow[] }>('GET', `/batches/${batch}/desk`)
  const open = rows.filter(({ state }) => state !== 'submitted' && state !== 'conflict').slice(0, limit)
  await inParallel(open, 2, async ({ submission }) => {
    const path = `/batches/${batch}/desk/${submission}`
    const { rubric, review } = await guest.done<{ rubric: Rubric; review: { version: number } }>('GET', path)
    const marks = marksFor(rubric, share(submission))
    const kept = await guest.done<{ version: number }>('PUT', path, { body: { version: review.version, marks } })
    await guest.done('POST', `${path}/submit`, { body: { version: kept.version, marks } })
  })
  return open.length
}

const comments = {
  strong: '申报基础扎实，思路清晰，措施具体，成效有数据支撑；建议进一步提炼可推广的做法，完善长效机制。',
  sound: '工作有一定基础，材料完整，主要做法可行；部分成效缺少数据支撑，建议细化年度目标和责任分工。',
  weak: '工作积累不够，问题分析较笼统，建设计划缺少可检验的指标；现有材料尚不足以说明示范价值。',
} as const

/** Marks as an expert gives them, of a length the rubric asks for. */
export function marksFor(rubric: Rubric, share: number) {
  const good = share > 0.6
  const comment = comments[share > 0.8 ? 'strong' : good ? 'sound' : 'weak']
  return {
    scores: Object.fromEntries(
      rubric.criteria.map(({ key, min, max, step }, i) => [
        key,
        Math.min(max, min + Math.round(((max - min) * Math.min(1, Math.max(0, share + ((i % 3) - 1) * 0.03))) / step) * step),
      ]),
    ),
    comment: comment.repeat(Math.ceil(Math.max(rubric.commentMin, 1) / comment.length)).slice(0, rubric.commentMax),
    ...(rubric.recommendation && { recommendation: rubric.recommendation[good ? 0 : rubric.recommendation.length - 1]?.value }),
  }
}
