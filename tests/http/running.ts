import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import type { Running } from '../../functions/workflow/runs.ts'
import { startStack } from '../../infra/local/stack.ts'
import { suggestDates } from '../../shared/batches/dates.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import type { OrganisationKind } from '../../shared/organisations/kinds.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { templateOf } from '../../shared/templates/index.ts'

export type Answer = { status: number; body: Record<string, unknown> }
export type Asking = { method?: string; body?: unknown; key?: string }
export type Ask = (path: string, asking?: Asking) => Promise<Answer>
export const day = 86_400_000
/** The optional stages that a batch of a template does without, and how many of its categories it has: what a test is not about takes its time for nothing. */
type Plan = { without?: readonly string[]; categories?: number }

/**
 * The whole local stack, with the template's own state machine, schedules and stream, and a small tree of units. `neighbours` are further universities of the
 * province, by whose number its places are counted; people of each are looked for whenever all are told.
 */
export async function openRunning(neighbours = 19) {
  const dataDir = mkdtempSync(join(tmpdir(), 'running-'))
  const local = await startStack({ dataDir, quiet: true })
  const { table } = await import('../../functions/aws/table.ts')
  const { key, partition } = await import('../../functions/aws/keys.ts')
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const { step } = await import('../../functions/workflow/lambda.ts')
  const signals = await import('../../functions/workflow/signals.ts')
  const now = () => local.clock.now().toISOString()

  /** Someone of a unit; signed in anew for each request, because the clock of these tests moves by weeks. */
  const someone = (organisation: Organisation, ...roles: Role[]): Ask => {
    const person = ulid()
    return async (path, { method, body, key: request } = {}) => {
      const token = `${ulid()}${ulid()}`
      const at = now()
      const actor = { kind: 'member', person, name: '演示·张老师', organisation, roles, session: sha256(token) }
      await table.put({ ...key.session(sha256(token)), actor, createdAt: at, lastSeenAt: at, ttl: 9_000_000_000 })
      const response = await fetch(`${local.origin}/api${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          cookie: `__Host-shuren=${token}`,
          origin: local.origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(request && { 'idempotency-key': request }),
        },
      })
      const text = await response.text()
      return { status: response.status, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : { text } }
    }
  }

  const unit = async (kind: OrganisationKind, name: string, above?: Organisation, code?: string): Promise<Organisation> => {
    const id = ulid()
    const organisation: Organisation = {
      id,
      name: `演示·${name}`,
      kind,
      ...(code && { code }),
      path: above ? [...above.path, above.id] : [],
      state: 'active',
      createdAt: now(),
    }
    const place = above && { listPk: partition.below(above.id), listSk: `${kind}#${code ?? id}` }
    const summary = { name: organisation.name, code, state: 'active' }
    await table.put({ ...key.organisation(id), ...organisation, ...place, summary, seq: 0, chain: '' })
    return organisation
  }

  const national = await unit('national', '国家级主管单位')
  const province = await unit('province', '东部省', national, '32')
  const corps = await unit('xpcc', '建设兵团', national, '66')
  const ministry = await unit('ministry', '中央部门', national, '360')
  const university = await unit('university', '东部大学', province, '4132010001')
  const others = await Promise.all(
    Array.from({ length: neighbours }, (_, i) => unit('university', `东部学院${i}`, province, `41320110${i + 10}`)),
  )
  const named = await unit('university', '兵团大学一', corps, '4165010757')
  const plain = await unit('university', '兵团大学二', corps, '4165013563')
  const direct = await unit('university', '部属大学', ministry, '4111010001')
  const college = await unit('college', '理学院', university)
  const tree = { national, province, corps, ministry, university, others, named, plain, direct, college }
  const office = someone(national, 'administrator')

  const head = async (id: string): Promise<Batch> => {
    const batch = await table.get<Batch>(key.batch(id))
    if (!batch) throw new Error(`no batch ${id}`)
    return batch
  }
  /** A batch of the 2024 精品项目 call, prepared so that it can be opened: dates from tomorrow on, and places proposed where any unit recommends. */
  const prepare = async (title = '演示·精品项目遴选', template = 'jingpin-2024', plan: Plan = {}): Promise<string> => {
    const drafted = await office('/batches', { body: { template, title } })
    const id = String(drafted.body.id)
    const batch = await head(id)
    const from = beijing.date(new Date(local.clock.now().getTime() + day))
    const meant = batch.stages.map((stage) => ({ ...stage, on: stage.on && !plan.without?.includes(stage.key) }))
    const stages = suggestDates(meant, templateOf(template, 1) ?? { stages: [] }, from)
    const kept = plan.categories ?? batch.categories.length
    const categories = batch.categories.map((category, i) => ({ ...category, on: category.on && i < kept }))
    await office(`/batches/${id}`, {
      method: 'PATCH',
      body: {
        stages: stages.map(({ key: stage, opens, closes, on }) => ({ key: stage, opens, closes, on })),
        categories,
      },
    })
    if (!stages.some(({ kind, on }) => kind === 'endorse' && on)) return id
    const proposed = await office(`/batches/${id}/quotas/propose`, { body: {} })
    if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body))
    return id
  }

  return {
    local,
    table,
    key,
    step,
    signals,
    now,
    someone,
    unit,
    tree,
    office,
    prepare,
    head,
    /** Prepares a batch and opens it. */
    async open(title?: string, template?: string, plan?: Plan): Promise<string> {
      const id = await prepare(title, template, plan)
      const answer = await office(`/batches/${id}/open`, { body: {} })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      await local.settled()
      return id
    },
    /**
     * Takes away the workflow of every batch that runs, so that the clock of the next test meets no bells of the last. To cancel a batch would do so too,
     * and tell every unit of it and show it to the public, which is most of the work and of no concern to whoever only wants to have ended.
     */
    async calm() {
      await local.settled()
      const { database } = local
      for (const row of await table.all<Running>({ pk: key.running('').pk, consistent: true })) {
        for (const { arn } of database.prepare("SELECT arn FROM executions WHERE name LIKE ? AND status = 'RUNNING'").all(`${row.batch}%`))
          local.executions.abort(String(arn))
        database.prepare('DELETE FROM schedules WHERE name LIKE ?').run(`${row.batch}-%`)
        await table.remove(row)
      }
    },
    /** Moves the clock to a moment and a second more, and waits for what follows. */
    until: (moment: string | null | undefined) => local.clock.advanceTo(Date.parse(moment ?? '') + 1000),
    async facts(id: string): Promise<string[]> {
      const rows = await table.all<{ type: string; stageKind?: string; seq: number }>({
        pk: key.batch(id).pk,
        begins: 'EVENT#',
        consistent: true,
      })
      return rows.sort((a, b) => a.seq - b.seq).map(({ type, stageKind }) => (stageKind ? `${type} ${stageKind}` : type))
    },
    async close() {
      await local.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type RunningStack = Awaited<ReturnType<typeof openRunning>>
