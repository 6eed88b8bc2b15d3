import { ulid } from 'ulid'
import type { Batch, StagePlan } from '../../shared/batches/schema.ts'
import type { OrganisationKind } from '../../shared/organisations/kinds.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { reportForm } from '../../shared/templates/forms/report.ts'
import { Template } from '../../shared/templates/schema.ts'
import { type Answer, type Asking, openHouse } from './house.ts'

const both = (zh: string, en: string) => ({ zh, en })

/** A small call for tests: a report with a section of files, from universities and branches, through two or three levels, then screening. */
export const smallCall = Template.parse({
  key: 'small-call',
  version: 1,
  title: both('演示批次', 'Demo call'),
  programme: { key: 'small', title: both('演示专项', 'Demo programme') },
  kind: 'selection',
  basis: [],
  introduction: both('演示', 'Demo'),
  forms: {
    report: {
      ...reportForm,
      sections: [
        ...reportForm.sections,
        {
          key: 'evidence',
          title: both('佐证材料', 'Evidence'),
          fields: [
            { kind: 'file', key: 'proof', label: both('佐证', 'Proof'), accept: ['pdf', 'image'], maxBytes: 20 * 1024 * 1024, maxCount: 2 },
            { kind: 'text', key: 'note', label: both('说明', 'Note'), max: 100, required: true },
          ],
        },
      ],
    },
  },
  categories: [
    {
      key: 'one',
      title: both('类别一', 'One'),
      applicant: 'university',
      type: 'one',
      form: 'report',
      perUnit: 500,
      bars: { unfinishedSameType: true },
    },
    { key: 'two', title: both('类别二', 'Two'), applicant: 'university', type: 'two', form: 'report', perUnit: 1 },
    { key: 'branches', title: both('支部', 'Branches'), applicant: 'branch', type: 'three', form: 'report' },
  ],
  stages: [
    { key: 'collect', kind: 'collect', title: both('填报', 'Collect'), defaultDays: 30 },
    { key: 'college', kind: 'endorse', level: 'college', title: both('院系', 'College'), defaultDays: 5 },
    { key: 'university', kind: 'endorse', level: 'university', title: both('学校', 'University'), defaultDays: 5 },
    { key: 'province', kind: 'endorse', level: 'province', title: both('省级', 'Province'), defaultDays: 5 },
    { key: 'screen', kind: 'screen', title: both('资格审查', 'Screening'), defaultDays: 5 },
  ],
  endorsement: {
    levels: { university: ['province'], branch: ['college', 'university', 'province'] },
    direct: ['ministry'],
    duties: { province: { opinionMax: 300, stampedScan: true, ordered: true } },
  },
})

export const times = { opens: '2026-09-01T00:00:00.000Z', collected: '2026-10-10T00:00:00.000Z', closes: '2026-11-10T00:00:00.000Z' }
/** While universities fill in and provinces recommend. */
export const during = '2026-09-20T08:00:00.000Z'

export type Unit = Organisation & { as: (asked?: { role?: Role; name?: string }) => Promise<Someone> }
export type Someone = {
  cookie: string
  person: string
  ask: (path: string, asking?: Omit<Asking, 'cookie'>) => Promise<Answer>
}

/** A house with a tree of units, an open batch of the small call, and sessions, all written straight into the table. */
export async function openCall() {
  const house = await openHouse()
  const { clock } = await import('../../functions/aws/clock.ts')
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { sha256 } = await import('../../functions/aws/chain.ts')
  let moment = during
  clock.now = () => new Date(moment)

  const signedIn: { pk: string; sk: string; actor: unknown; ttl: number }[] = []
  const renew = async (rows: typeof signedIn) => {
    await Promise.all(rows.map((row) => table.put({ ...row, createdAt: moment, lastSeenAt: moment })))
  }

  const session = async (
    organisation: Organisation,
    { role = 'operator', name = '演示·张老师' }: { role?: Role; name?: string } = {},
  ): Promise<Someone> => {
    const token = `${ulid()}${ulid()}`
    const person = ulid()
    const actor = { kind: 'member', person, name, organisation, roles: [role], session: sha256(token) } as const
    signedIn.push({ ...key.session(sha256(token)), actor, ttl: 4_000_000_000 })
    await renew(signedIn.slice(-1))
    const cookie = `__Host-shuren=${token}`
    return { cookie, person, ask: (path, asking) => house.ask(path, { ...asking, cookie }) }
  }

  const unit = async (kind: OrganisationKind, name: string, above?: Organisation, code?: string): Promise<Unit> => {
    const organisation: Organisation = {
      id: ulid(),
      name: `演示·${name}`,
      kind,
      ...(code && { code }),
      path: above ? [...above.path, above.id] : [],
      state: 'active',
      createdAt: during,
    }
    await table.put({ ...key.organisation(organisation.id), ...organisation, seq: 0, chain: '' })
    if (code) await table.put({ ...key.code(code), organisation: organisation.id })
    return { ...organisation, as: (asked) => session(organisation, asked) }
  }

  const stage = (each: (typeof smallCall.stages)[number]): StagePlan => ({
    key: each.key,
    kind: each.kind,
    title: each.title,
    ...(each.level && { level: each.level }),
    opens: times.opens,
    closes: each.kind === 'collect' ? times.collected : times.closes,
    on: true,
  })
  const openBatch = async (host: Organisation, changes: Partial<Batch> = {}): Promise<Batch> => {
    const id = ulid()
    const batch: Batch = {
      ...key.batch(id),
      id,
      template: { key: smallCall.key, version: smallCall.version },
      title: '演示批次',
      host: { id: host.id, name: host.name, kind: host.kind },
      path: host.path,
      state: 'open',
      stages: smallCall.stages.map(stage),
      categories: smallCall.categories.map((category) => ({ key: category.key, on: true, places: 10 })),
      settings: {
        expertsPerSubmission: 3,
        method: 'mean',
        applicantHiddenFromExpert: false,
        noticeWorkingDays: 5,
        secondStep: false,
        publicWorkPage: true,
      },
      stage: 0,
      createdAt: during,
      seq: 0,
      chain: '',
      ...changes,
    }
    await table.put({ ...batch })
    return batch
  }

  return {
    house,
    table,
    key,
    unit,
    openBatch,
    /** Goes to another moment; everybody stays signed in. */
    async at(instant: string) {
      if (moment === instant) return
      moment = instant
      await renew(signedIn)
    },
    async close() {
      clock.now = () => new Date()
      await house.close()
    },
  }
}
export type Call = Awaited<ReturnType<typeof openCall>>

export const answers = {
  report: { title: '演示标题：支部建在项目上', kind: 'news', text: '围绕中心工作开展主题活动，取得实效。'.repeat(40) },
  people: { author: { name: '演示·王老师' }, checker: { name: '演示·李老师' } },
  evidence: { note: '无附件' },
  declarations: { answerable: { name: '演示·王老师' } },
} as const

/** All sections of the small call's form, filled in so that nothing is missing. */
export async function fillIn(someone: Someone, base: string): Promise<void> {
  const form = smallCall.forms.report
  for (const section of form?.sections ?? []) {
    const declared = Object.fromEntries(section.fields.filter(({ kind }) => kind === 'yesNo').map(({ key: field }) => [field, true]))
    const values = { ...declared, ...(Object.hasOwn(answers, section.key) && answers[section.key as keyof typeof answers]) }
    const saved = await someone.ask(`${base}/sections/${section.key}`, { method: 'PUT', body: { version: 0, values } })
    if (saved.status !== 200) throw new Error(`${section.key}: ${JSON.stringify(saved.body)}`)
  }
}

/** Starts a submission and gives its address. */
export async function startOne(someone: Someone, batch: Batch, category = 'one'): Promise<string> {
  const started = await someone.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
  if (started.status !== 201) throw new Error(JSON.stringify(started.body))
  return `/batches/${batch.id}/submissions/${started.body.id}`
}

/** A submission that has been handed in. */
export async function handInOne(someone: Someone, batch: Batch, category = 'one'): Promise<string> {
  const base = await startOne(someone, batch, category)
  await fillIn(someone, base)
  const submitted = await someone.ask(`${base}/submit`, { method: 'POST', key: ulid() })
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body))
  return base
}
