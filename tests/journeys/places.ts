import { ask, type Person } from './people.ts'
import { category, type World } from './world.ts'

/** Where a page is seen: who goes there, and what stands for the parts of its address. */
type Place = { by: readonly Who[]; params?: Record<string, string> }
export type Who = 'national' | 'province' | 'ministry' | 'university' | 'awardee' | 'college' | 'nobody'
const offices: Who[] = ['national', 'province', 'ministry']
const members: Who[] = [...offices, 'university', 'awardee', 'college']
export const everybody: readonly Who[] = [...members, 'nobody']

const applicantOf = ({ universities: [, applicant], national }: World) => applicant ?? national

/** Who of the world stands for each of them. */
export const peopleIn = (world: World): Record<Exclude<Who, 'nobody'>, Person> => ({
  national: world.national,
  province: world.province,
  ministry: world.ministry,
  university: applicantOf(world),
  awardee: world.universities[10] ?? world.national,
  college: world.college,
})

/** Every address of the router, with those who go there. */
export function placesIn(world: World): Record<string, readonly Place[]> {
  const running = { batch: world.batch }
  const over = { batch: world.past.batch }
  const one = { ...running, submission: world.waiting[0] ?? '' }
  return {
    '/': [{ by: members }],
    '/sign-in': [{ by: ['nobody'] }],
    '/invitation': [{ by: ['nobody'] }],
    '*missing': [{ by: ['college'], params: { missing: '/no-such-page' } }],
    '/account': [{ by: ['university'] }],
    '/awards': [{ by: ['awardee'] }],
    '/awards/:award': [{ by: ['awardee', 'national'], params: { award: world.past.post.award } }],
    '/batches': [{ by: ['national', 'province', 'university'] }],
    '/batches/new': [{ by: ['national', 'university'] }],
    '/batches/:batch': [
      { by: ['national', 'province', 'university'], params: running },
      { by: ['national'], params: over },
    ],
    '/batches/:batch/apply': [{ by: ['university'], params: running }],
    '/batches/:batch/awards': [{ by: ['national'], params: over }],
    '/batches/:batch/board': [{ by: ['national'], params: over }],
    '/batches/:batch/completeness': [{ by: ['national'], params: running }],
    '/batches/:batch/decisions': [{ by: ['national'], params: over }],
    '/batches/:batch/list': [{ by: ['province', 'ministry', 'university'], params: running }],
    '/batches/:batch/list/:submission': [{ by: ['province'], params: one }],
    '/batches/:batch/live': [{ by: ['national'], params: running }],
    '/batches/:batch/notice': [{ by: ['national'], params: over }],
    '/batches/:batch/ordered/:key': [{ by: ['province'], params: { ...running, key: category } }],
    '/batches/:batch/preview': [{ by: ['national'], params: running }],
    '/batches/:batch/quotas': [{ by: ['national'], params: running }],
    '/batches/:batch/record': [{ by: ['national'], params: over }],
    '/batches/:batch/review': [{ by: ['national'], params: over }],
    '/batches/:batch/setup': [{ by: ['national'], params: { batch: 'draft' } }],
    '/batches/:batch/standing': [{ by: ['province'], params: running }],
    '/batches/:batch/submissions': [{ by: ['national'], params: running }],
    '/batches/:batch/submissions/:submission': [{ by: ['university'], params: one }],
    '/batches/:batch/submissions/:submission/check': [{ by: ['university'], params: one }],
    '/batches/:batch/submissions/:submission/receipt': [{ by: ['university'], params: one }],
    '/batches/:batch/submissions/:submission/reviews': [{ by: ['national'], params: { ...over, submission: 'judged' } }],
    '/batches/:batch/submissions/:submission/sections/:section': [{ by: ['university'], params: { ...one, section: 'section' } }],
    '/batches/:batch/submissions/:submission/versions/:number': [{ by: ['university'], params: { ...one, number: '1' } }],
    '/batches/:batch/units/:organisation/ordered/:key': [
      { by: ['national'], params: { ...running, organisation: world.province.unit.id, key: category } },
    ],
    '/experts': [{ by: ['national'] }],
    '/people': [{ by: ['national', 'university'] }],
    '/recommending': [{ by: ['province', 'university'] }],
    '/submissions': [{ by: ['university', 'college'] }],
    '/units': [{ by: ['national', 'province', 'university'] }],
    '/units/:unit': [{ by: ['province'], params: { unit: applicantOf(world).unit.id } }],
    '/units/import/:of': [{ by: ['province'], params: { of: 'accounts' } }],
  }
}

/** What stands for the parts of an address that only the running world knows. */
export async function knownIn(world: World): Promise<Record<string, string>> {
  const asked = async (who: Person, path: string, body?: unknown) => (await ask(world.origin, who, path, { body })).body
  const draft = await asked(world.national, '/batches', { template: 'jingpin-2024', title: '演示·尚未开启的批次' })
  const form = (await asked(applicantOf(world), `/batches/${world.batch}/submissions/${world.waiting[0]}/form`)) as {
    sections: { key: string }[]
  }
  const judged = (await asked(world.national, `/batches/${world.past.batch}/submissions?limit=1`)) as { rows: { id: string }[] }
  return { draft: String(draft.id), section: form.sections[0]?.key ?? '', judged: judged.rows[0]?.id ?? '' }
}

/** The address of a page, its parts filled in. */
export const addressOf = (path: string, params: Record<string, string> = {}, known: Record<string, string> = {}): string =>
  `/app${path.replace(/[:*](\w+)/g, (_, name: string) => known[params[name] ?? ''] ?? params[name] ?? `:${name}`)}`.replace(/\/$/, '')
