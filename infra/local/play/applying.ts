import type { FileRef, Form, FormValues } from '../../../shared/forms/schema.ts'
import { type Filling, fillForm } from '../../../shared/templates/sample/fill.ts'
import { type Made, pdfFile, pngFile } from './files.ts'
import { type Caller, type Person, untilReached } from './person.ts'
import { pause } from './time.ts'

type Slot =
  | { file: string; way: 'post'; url: string; fields: Record<string, string> }
  | { file: string; way: 'parts'; partBytes: number; parts: number }
type Part = { number: number; url: string }
export type Handed = { submission: string; receipt: string; sha256: string; submittedAt: string }

/** Sends one file as a browser does: a slot, then straight to the store, in parts when it is large; waits until it is checked. */
export async function upload(caller: Caller, path: string, place: Record<string, string>, made: Made): Promise<FileRef> {
  // A store that is gone may come back elsewhere: each attempt asks anew where to send, and takes back the slot that it leaves, which would keep the
  // submission from being handed in.
  let left: Slot | undefined
  const slot = await untilReached(async () => {
    if (left) await caller.ask('DELETE', `${path}/${left.file}`)
    const given = await caller.done<Slot>('POST', path, { body: { ...place, name: made.name, bytes: made.bytes.length, type: made.type } })
    left = given
    if (given.way === 'post') await sendWhole(given, made)
    return given
  })
  if (slot.way === 'parts') await sendParts(caller, `${path}/${slot.file}`, slot, made)
  for (let wait = 40, since = Date.now(); Date.now() - since < 180_000; wait = Math.min(1000, wait * 1.4)) {
    const file = await caller.done<{ state: string; name: string; bytes: number; type: string; reason?: { zh: string } }>(
      'GET',
      `${path}/${slot.file}`,
    )
    if (file.state === 'clean') return { id: slot.file, name: file.name, bytes: file.bytes, type: file.type }
    if (file.state === 'refused') throw new Error(`${made.name} was refused: ${file.reason?.zh ?? ''}`)
    await pause(wait)
  }
  throw new Error(`${made.name} was never checked`)
}

async function sendWhole({ url, fields }: Extract<Slot, { way: 'post' }>, made: Made): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(made.bytes)], { type: made.type }), made.name)
  const sent = await fetch(url, { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`the store refused ${made.name}: ${sent.status}`)
}

async function sendParts(caller: Caller, path: string, { parts, partBytes }: Extract<Slot, { way: 'parts' }>, made: Made): Promise<void> {
  for (let number = 1; number <= parts; number++)
    await untilReached(async () => {
      const given = await caller.done<{ parts: Part[] }>('POST', `${path}/parts`, { body: { numbers: [number] } })
      const piece = made.bytes.subarray((number - 1) * partBytes, number * partBytes)
      const sent = await fetch(given.parts[0]?.url ?? '', { method: 'PUT', body: new Uint8Array(piece) })
      if (!sent.ok) throw new Error(`the store refused part ${number} of ${made.name}: ${sent.status}`)
    })
  await caller.done('POST', `${path}/complete`)
}

const made = (ref: FileRef, seed: number): Made =>
  ref.type.startsWith('image/')
    ? pngFile('演示图片.png', [(seed * 37) % 256, (seed * 91) % 256, 160])
    : pdfFile('演示材料.pdf', `Demo evidence ${seed}`)

export type Applying = {
  batch: string
  category: string
  form: Form
  seed: number
  unit?: NonNullable<Filling['unit']>
  award?: string
  /** What it is called, where the award has a name already. */
  title?: string
  submit?: boolean
  sections?: number
}

/** Fills in and hands in one application: starts it, saves each section, sends its files, submits. */
export async function apply(person: Person, asked: Applying): Promise<Handed & { values: FormValues }> {
  const started = await person.done<{ id: string }>('POST', `/batches/${asked.batch}/submissions`, {
    body: { category: asked.category, ...(asked.award && { award: asked.award }) },
  })
  const path = `/batches/${asked.batch}/submissions/${started.id}`
  const values = fillForm(asked.form, asked.seed, {
    ...(asked.unit && { unit: asked.unit }),
    ...(asked.title && { title: asked.title }),
    files: asks,
  })
  const sections = asked.form.sections.filter(({ key }) => values[key] !== undefined).slice(0, asked.sections)
  for (const section of sections) {
    const given = { ...values[section.key] }
    for (const field of section.fields) {
      const refs = given[field.key]
      if (field.kind !== 'file' || !Array.isArray(refs)) continue
      const sent: FileRef[] = []
      for (const ref of refs as FileRef[])
        sent.push(await upload(person, `${path}/files`, { section: section.key, field: field.key }, made(ref, asked.seed)))
      given[field.key] = sent
    }
    await person.done('PUT', `${path}/sections/${section.key}`, { body: { version: 0, values: given } })
    values[section.key] = given
  }
  const handed = asked.submit === false ? undefined : await person.done<Omit<Handed, 'submission'>>('POST', `${path}/submit`)
  return {
    submission: started.id,
    receipt: handed?.receipt ?? '',
    sha256: handed?.sha256 ?? '',
    submittedAt: handed?.submittedAt ?? '',
    values,
  }
}

/** One file for a field that needs some, none for a video: the demo has no films. */
function asks(kind: string, count: number): FileRef[] {
  if (kind === 'video') return []
  const type = kind === 'image' ? 'image/png' : 'application/pdf'
  return Array.from({ length: Math.max(1, count) }, (_, i) => ({
    id: `01J9ZX4N6T00000000000000${String(i).padStart(2, '0')}`,
    name: kind === 'image' ? '演示.png' : '演示.pdf',
    bytes: 1000,
    type,
  }))
}
