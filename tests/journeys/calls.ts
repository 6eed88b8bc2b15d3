import { ulid } from 'ulid'
import { pdf, png } from '../../functions/malware/makers.ts'
import type { StagePlan } from '../../shared/batches/schema.ts'
import type { FileRef, Form, FormValues } from '../../shared/forms/schema.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { done, type Person } from './people.ts'

const day = 86_400_000
const staged = ['collect', 'endorse', 'screen', 'review'] as const

/** What a batch has other than its template: stages switched off, and parts of its configuration as the API takes them. */
type Setup = { off?: readonly string[]; categories?: unknown; settings?: unknown; source?: string; lasting?: number }

/**
 * A batch that is open for everything at once: collecting, endorsing on all levels and screening have begun an hour ago and end one after the other
 * from in twenty days on, or in so many as `lasting` says, so that a journey need not wait for the one before it.
 */
export async function openBatch(
  origin: string,
  host: Person,
  title: string,
  now: number,
  template = 'jingpin-2024',
  { off = [], lasting = 20, ...setup }: Setup = {},
): Promise<string> {
  const { id } = await done(origin, host, '/batches', { body: { template, title } })
  const { stages } = (await done(origin, host, `/batches/${id}`)) as { stages: StagePlan[] }
  const dated = stages.filter(({ key, on, kind }) => on && !off.includes(key) && staged.some((each) => each === kind))
  const dates = dated.map(({ key }, i) => ({
    key,
    opens: new Date(now - 3_600_000).toISOString(),
    closes: new Date(now + (lasting + i) * day).toISOString(),
  }))
  await done(origin, host, `/batches/${id}`, {
    method: 'PATCH',
    body: { stages: [...dates, ...off.map((key) => ({ key, on: false }))], ...setup },
  })
  for (let cursor: unknown, first = true; first || cursor !== undefined; first = false) {
    const proposed = await done(origin, host, `/batches/${id}/quotas/propose`, { body: cursor === undefined ? {} : { cursor } })
    cursor = proposed.cursor
  }
  await done(origin, host, `/batches/${id}/open`, { body: {} })
  return String(id)
}

export type Started = { id: string; path: string; form: Form }

/** `award`: what a report is about, in a check of awards. */
export async function start(origin: string, applicant: Person, batch: string, category: string, award?: string): Promise<Started> {
  const body = { category, ...(award && { award }) }
  const { id } = await done(origin, applicant, `/batches/${batch}/submissions`, { body, key: ulid() })
  const path = `/batches/${batch}/submissions/${id}`
  const form = (await done(origin, applicant, `${path}/form`)) as unknown as Form
  return { id: String(id), path, form }
}

const samples = {
  pdf: () => ({ bytes: pdf(), ending: 'pdf', type: 'application/pdf' }),
  image: () => ({ bytes: png(), ending: 'png', type: 'image/png' }),
}

/** Sends a file to a field and gives its reference once it is checked. */
async function upload(
  origin: string,
  applicant: Person,
  path: string,
  section: string,
  field: string,
  kind: keyof typeof samples,
): Promise<FileRef> {
  const { bytes, ending, type } = samples[kind]()
  const name = `演示材料.${ending}`
  const slot = (await done(origin, applicant, `${path}/files`, {
    body: { section, field, name, bytes: bytes.length, type },
    key: ulid(),
  })) as {
    file: string
    url: string
    fields: Record<string, string>
  }
  const form = new FormData()
  for (const [key, value] of Object.entries(slot.fields)) form.append(key, value)
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const sent = await fetch(slot.url, { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`)
  for (let look = 0; look < 100; look++) {
    const { state, reason } = await done(origin, applicant, `${path}/files/${slot.file}`)
    if (state === 'clean') return { id: slot.file, name, bytes: bytes.length, type }
    if (state === 'refused') throw new Error(JSON.stringify(reason))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('a file is still being checked')
}

/** All answers but those of the fields left out, with files where the form insists on them; saved section by section over what is there. */
export async function fill(
  origin: string,
  applicant: Person,
  { path, form }: Started,
  seed: number,
  without: readonly string[] = [],
): Promise<FormValues> {
  const values = fillForm(form, seed, { files: () => [] })
  for (const section of form.sections) {
    const answers = { ...values[section.key] }
    for (const field of section.fields) {
      if (field.kind !== 'file') continue
      delete answers[field.key]
      const kind = field.accept.includes('pdf') ? 'pdf' : field.accept.includes('image') ? 'image' : undefined
      if (!kind || !(field.required || (field.minCount ?? 0) > 0) || without.includes(field.key)) continue
      const count = Math.max(1, field.minCount ?? 1)
      const files: FileRef[] = []
      for (let i = 0; i < count; i++) files.push(await upload(origin, applicant, path, section.key, field.key, kind))
      answers[field.key] = files
    }
    const { version } = await done(origin, applicant, `${path}/sections/${section.key}`)
    const kept = Object.fromEntries(Object.entries(answers).filter(([key]) => !without.includes(key)))
    await done(origin, applicant, `${path}/sections/${section.key}`, { method: 'PUT', body: { version, values: kept } })
    values[section.key] = kept
  }
  return values
}

/** A submission that was handed in. */
export async function handIn(
  origin: string,
  applicant: Person,
  batch: string,
  category: string,
  seed: number,
  award?: string,
): Promise<Started> {
  const started = await start(origin, applicant, batch, category, award)
  await fill(origin, applicant, started, seed)
  await done(origin, applicant, `${started.path}/submit`, { method: 'POST', key: ulid() })
  return started
}

/** One that its university has recommended too, so that it lies with the province. */
export async function handUp(origin: string, applicant: Person, batch: string, category: string, seed: number): Promise<Started> {
  const started = await handIn(origin, applicant, batch, category, seed)
  await done(origin, applicant, `${started.path}/recommend`, { body: { opinion: '经学校审核，材料真实，同意推荐。' }, key: ulid() })
  return started
}
