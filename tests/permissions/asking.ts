import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { ulid } from 'ulid'
import type { Role } from '../../shared/permissions/actors.ts'
import { openHouse, origin } from '../http/house.ts'

/** Who asks: a visitor, members of units in every relation with every role that matters, guests of this batch and of another. */
export const personas = [
  'visitor',
  'host administrator',
  'host operator',
  'host approver',
  'host editor',
  'host audit',
  'applicant administrator',
  'applicant operator',
  'applicant approver',
  'applicant editor',
  'university administrator',
  'university operator',
  'province approver',
  'stranger administrator',
  'expert',
  'expert of another batch',
  'approver',
] as const
export type Persona = (typeof personas)[number]

type Unit = { id: string; name: string; kind: string; path: string[] }

/** A small world of rows: a host, a province, a university, a branch that applies, a stranger; an open batch, a submission, an award. */
export async function openWorld() {
  const house = await openHouse()
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const { guarded } = await import('../../functions/api/subject.ts')
  const { createApp } = await import('../../functions/api/app.ts')
  const now = new Date().toISOString()
  const unit = async (kind: string, above?: Unit): Promise<Unit> => {
    const made = { id: ulid(), name: `演示·${kind}`, kind, path: above ? [...above.path, above.id] : [] }
    await table.put({ ...key.organisation(made.id), ...made, state: 'active', createdAt: now, seq: 1, chain: '' })
    return made
  }
  const host = await unit('national')
  const province = await unit('province', host)
  const university = await unit('university', province)
  const applicant = await unit('branch', university)
  const stranger = await unit('university', await unit('province', host))
  const batch = ulid()
  const submission = ulid()
  const ref = ({ id, name, kind }: Unit) => ({ id, name, kind })
  const stages = [{ key: 'collect', kind: 'collect', title: { zh: '填报', en: 'Collect' }, opens: null, closes: null, on: true }]
  const settings = {
    expertsPerSubmission: 1,
    method: 'mean',
    applicantHiddenFromExpert: false,
    expertHiddenFromApplicant: true,
    noticeWorkingDays: 5,
    secondStep: false,
  }
  const shared = { seq: 1, chain: '', createdAt: now }
  await table.put({
    ...key.batch(batch),
    id: batch,
    template: { key: 'shuangchuang-4', version: 1 },
    title: '演示',
    host: ref(host),
    path: [],
    state: 'open',
    stages,
    categories: [{ key: 'model-branch', on: true }],
    settings,
    stage: 0,
    ...shared,
  })
  const common = {
    id: submission,
    batch,
    category: 'model-branch',
    title: '演示',
    unit: ref(applicant),
    institution: ref(university),
    path: applicant.path,
  }
  const way = [university, province].map((each) => ({ level: each.kind, unit: ref(each), takesPlace: false }))
  await table.put({
    ...key.submission(submission),
    ...common,
    state: 'submitted',
    way,
    level: 0,
    version: 1,
    summary: { title: '演示', sectionsDone: 0, sections: 0 },
    ...shared,
  })
  await table.put({ ...key.draft(submission), editable: true, saves: 0, sections: {} })
  await table.put({ ...key.award(submission), ...common, host: ref(host), state: 'open', posts: 0, ...shared })

  const signedIn = async (actor: Record<string, unknown>, cookie: string) => {
    const token = `${ulid()}${ulid()}`
    const session = sha256(token)
    await table.put({ ...key.session(session), actor: { ...actor, session }, createdAt: now, lastSeenAt: now, ttl: 4_000_000_000 })
    return `${cookie}=${token}`
  }
  const member = ({ id, name, kind, path }: Unit, role: Role) =>
    signedIn(
      { kind: 'member', person: ulid(), name: '演示·张老师', organisation: { id, name, kind, path }, roles: [role] },
      '__Host-shuren',
    )
  const guest = (actor: Record<string, unknown>) => signedIn({ name: '演示·专家', ...actor }, '__Host-shuren-link')
  const cookies: Record<Persona, string> = {
    visitor: '',
    'host administrator': await member(host, 'administrator'),
    'host operator': await member(host, 'operator'),
    'host approver': await member(host, 'approver'),
    'host editor': await member(host, 'editor'),
    'host audit': await member(host, 'audit'),
    'applicant administrator': await member(applicant, 'administrator'),
    'applicant operator': await member(applicant, 'operator'),
    'applicant approver': await member(applicant, 'approver'),
    'applicant editor': await member(applicant, 'editor'),
    'university administrator': await member(university, 'administrator'),
    'university operator': await member(university, 'operator'),
    'province approver': await member(province, 'approver'),
    'stranger administrator': await member(stranger, 'administrator'),
    expert: await guest({ kind: 'expert', expert: ulid(), batch }),
    'expert of another batch': await guest({ kind: 'expert', expert: ulid(), batch: ulid() }),
    approver: await guest({ kind: 'approver', approver: ulid(), batch }),
  }

  const routes = createApp()
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.endsWith('*'))
    .map(({ method, path, handler }) => ({ name: `${method} ${path}`, method, path, handler: handler as MiddlewareHandler }))
  const names = [...new Set(routes.map(({ name }) => name))]
  const guardsOf = (name: string) => routes.filter((route) => route.name === name && guarded.has(route.handler))

  /** Asks a route's own guard, with nothing behind it that could change anything; `known` false puts an unknown id in the place of each. */
  async function ask(name: string, persona: Persona, known = true): Promise<{ status: number; body: string }> {
    const [route] = guardsOf(name)
    if (!route) throw new Error(`no guard at ${name}`)
    const app = new Hono<{ Variables: { at: string; request: string } }>().use(async (c, next) => {
      c.set('at', now)
      c.set('request', ulid())
      await next()
    })
    app.on(route.method, route.path, route.handler, (c) => c.body(null, 204))
    const real: Record<string, string> = {
      batch,
      submission,
      award: submission,
      organisation: applicant.id,
      key: 'model-branch',
      number: '1',
    }
    const path = route.path.replace(/:(\w+)/g, (_, param: string) =>
      known ? (real[param] ?? ulid()) : param === 'key' || param === 'number' ? (real[param] ?? '') : ulid(),
    )
    const response = await app.request(`${origin}${path}`, {
      method: route.method,
      headers: { ...(cookies[persona] && { cookie: cookies[persona] }), origin },
    })
    return { status: response.status, body: await response.text() }
  }
  return {
    names,
    guardsOf,
    actionOf: (name: string) => guarded.get(guardsOf(name)[0]?.handler as object)?.action,
    ask,
    close: () => house.close(),
  }
}
