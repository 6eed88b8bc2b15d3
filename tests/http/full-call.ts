import { ulid } from 'ulid'
import { Meter } from '../../infra/local/meter.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { FileRef, FormValues, SectionValues } from '../../shared/forms/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { openCall, type Someone } from './call.ts'

/** Whether the engine counts the units of a transaction as the cloud does: DynamoDB Local takes twice as many for a row of more than 1 KB (docs/local-stack.md). */
export const countsUnits = process.env.DYNAMODB_ENGINE !== 'dynamodb-local'

/**
 * The 2024 call with its real template and forms, a university in a province, and a meter on the database: for what actions cost.
 * Files stand in the table as checked ones; their bytes are nowhere.
 */
export async function openFullCall(settings?: Batch['settings']) {
  const category = 'quality-project'
  const template = templateOf('jingpin-2024', 1)
  const form = template && formOf(template, category)
  if (!template || !form) throw new Error('the template is not there')
  const call = await openCall()
  const { dynamo } = await import('../../functions/aws/dynamo.ts')
  const meter = new Meter()
  meter.attach(dynamo)
  const national = await call.unit('national', '国家级主管单位')
  const province = await call.unit('province', '江苏省教育工作主管单位', national)
  const university = await call.unit('university', '南京某某理工大学', province)
  const batch = await call.openBatch(national, {
    template: { key: template.key, version: template.version },
    categories: template.categories.map(({ key }) => ({ key, on: true, places: 10 })),
    stages: template.stages.map(({ key, kind, title, level }) => ({
      key,
      kind,
      title,
      ...(level && { level }),
      opens: '2026-09-01T00:00:00.000Z',
      closes: '2026-12-01T00:00:00.000Z',
      on: true,
    })),
    ...(settings && { settings }),
  })
  const [applicant, officer, host] = [await university.as(), await province.as(), await national.as()]

  const start = async (someone: Someone = applicant): Promise<string> => {
    const started = await someone.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
    if (started.status !== 201) throw new Error(JSON.stringify(started.body))
    return `/batches/${batch.id}/submissions/${started.body.id}`
  }
  const submissionOf = (base: string) => base.split('/').at(-1) ?? ''

  /** Checked files of a field, as answers name them. */
  const filesFor = async (base: string, section: string, field: string, count: number): Promise<FileRef[]> => {
    const of = submissionOf(base)
    const where = { owner: 'sub', of, section, field, state: 'clean', seq: 1, chain: '' }
    const files = Array.from({ length: count }, () => ({ id: ulid(), name: '佐证.pdf', bytes: 1000, type: 'application/pdf' }))
    for (const file of files)
      await call.table.put({ ...call.key.file(of, file.id), ...file, ...where, sha256: 'q0f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y' })
    return files
  }

  /** The answers to a section with a checked file in each field that wants one. */
  const withFiles = async (base: string, section: string, said: SectionValues | undefined): Promise<SectionValues> => {
    const named: SectionValues = { ...said }
    for (const field of form.sections.find(({ key }) => key === section)?.fields ?? []) {
      if (field.kind !== 'file' || !field.required) continue
      named[field.key] = await filesFor(base, section, field.key, 1)
    }
    return named
  }

  return {
    ...call,
    national,
    province,
    university,
    batch,
    category,
    form,
    applicant,
    officer,
    host,
    submissionOf,
    filesFor,
    /** An empty submission: its address. */
    start,
    /** A submission that may be handed in. `changed` makes other answers of those of the seed. */
    async ready(seed: number, someone: Someone = applicant, changed = (values: FormValues): FormValues => values): Promise<string> {
      const base = await start(someone)
      for (const [section, said] of Object.entries(changed(fillForm(form, seed, { files: () => [] })))) {
        const values = await withFiles(base, section, said)
        const saved = await someone.ask(`${base}/sections/${section}`, { method: 'PUT', body: { version: 0, values } })
        if (saved.status !== 200) throw new Error(`${section}: ${JSON.stringify(saved.body)}`)
      }
      return base
    },
    /** Places for the province to recommend to. */
    async places(limit: number) {
      const unit = { id: province.id, name: province.name, kind: 'province' }
      const quota = { unit, category, level: 'province', limit, used: 0, basis: { kind: 'host' } }
      await call.table.put({ ...call.key.quota(batch.id, province.id, category), ...quota })
    },
    /** What one request costs the database, beside its answer. */
    async measure(someone: Someone, path: string, asking: Parameters<Someone['ask']>[1] = {}) {
      const { result, consumption } = await meter.measure(() => someone.ask(path, asking))
      return { ...result, ...consumption }
    },
  }
}
export type FullCall = Awaited<ReturnType<typeof openFullCall>>
