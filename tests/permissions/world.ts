import { ulid } from 'ulid'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Actor, Role } from '../../shared/permissions/actors.ts'
import { during, openCall, type Unit } from '../http/call.ts'
import { letters, type UnitName, units, type Who } from './matrix.ts'

export type Persona = { name: string; cookie: string; unit?: UnitName; role?: string; link?: 'expert' | 'decider' | 'other' }

/** A small platform: a tree of units, a batch that one of them hosts, a submission and an award of another, and somebody of every kind. */
export async function openWorld() {
  const call = await openCall()
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const over = await call.unit('national', '国家级主管单位')
  const host = await call.unit('province', '主办单位', over)
  const endorsing = await call.unit('university', '推荐单位', host)
  const between = await call.unit('college', '中间单位', endorsing)
  const own = await call.unit('branch', '申报单位', between)
  const neighbour = await call.unit('university', '另一单位', host)
  const stranger = await call.unit('province', '无关单位', over)
  const tree: Record<UnitName, Unit> = { over, host, endorsing, between, own, neighbour, stranger }

  const people: Persona[] = [{ name: 'visitor', cookie: '' }]
  for (const unit of units)
    for (const [role, name] of Object.entries(letters)) {
      const { cookie } = await tree[unit].as({ role: name as Role })
      people.push({ name: `${name} of ${unit}`, cookie, unit, role })
    }
  const byLink = async (name: string, link: Persona['link'], actor: Actor) => {
    const token = `${ulid()}${ulid()}`
    const session = { ...call.key.session(sha256(token)), actor, createdAt: during, lastSeenAt: during, ttl: 4_000_000_000 }
    await call.table.put(session)
    people.push({ name, cookie: `__Host-shuren-link=${token}`, ...(link && { link }) })
  }

  const batch = await call.openBatch(host)
  const other = await call.openBatch(host)
  const as = { name: '演示·赵老师', session: 'link' }
  await byLink('expert of this batch', 'expert', { kind: 'expert', expert: ulid(), batch: batch.id, linkedAt: during, ...as })
  await byLink('expert of another batch', 'other', { kind: 'expert', expert: ulid(), batch: other.id, linkedAt: during, ...as })
  await byLink('approver of this batch', 'decider', { kind: 'approver', approver: ulid(), batch: batch.id, ...as })
  await byLink('approver of another batch', 'other', { kind: 'approver', approver: ulid(), batch: other.id, ...as })

  const ref = ({ id, name, kind }: Unit) => ({ id, name, kind })
  const submit = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const id = ulid()
    await call.table.put({
      ...call.key.submission(id),
      id,
      batch: batch.id,
      category: 'branches',
      title: '演示支部',
      state: 'submitted',
      unit: ref(own),
      institution: ref(endorsing),
      path: own.path,
      way: [{ level: 'university', unit: ref(endorsing), takesPlace: true }],
      level: 0,
      version: 1,
      summary: {
        title: '演示支部',
        category: 'branches',
        state: 'submitted',
        unit: ref(own),
        institution: ref(endorsing),
        sectionsDone: 0,
        sections: 5,
      },
      createdAt: during,
      seq: 1,
      chain: '',
      ...changes,
    })
    await call.table.put({ ...call.key.draft(id), editable: true, saves: 0, sections: {} })
    return id
  }
  const submission = await submit()
  const award = ulid()
  await call.table.put({
    ...call.key.award(award),
    id: award,
    batch: batch.id,
    host: ref(host),
    unit: ref(own),
    institution: ref(endorsing),
    path: own.path,
    title: '演示支部',
    state: 'active',
    seq: 1,
    chain: '',
  })
  const ids = { organisation: own.id, batch: batch.id, submission, award }
  const openBatch = (state: Batch['state']) => call.openBatch(host, { state })
  return { call, people, ids, other: other.id, submit, openBatch, close: () => call.close() }
}

/** What the matrix says that somebody is answered: 401 to visitors, 404 to whom it is nothing, 403 to whose unit may but not by this role. */
export function expected(who: Who, { unit, role, link }: Persona): number {
  if (who.visitor) return 204
  if (unit) {
    const roles = who[unit]
    return roles === undefined ? 404 : roles.includes(role ?? '') ? 204 : 403
  }
  if (link) return link !== 'other' && who[link] ? 204 : 404
  return 401
}
