import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { filesIn } from '../../shared/files/rules.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import type { Form, FormValues, Problem } from '../../shared/forms/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { discard, recall, submit, type Unchecked } from '../../shared/submissions/rules.ts'
import type { Draft, Manifest, SectionRow, Submission, Version } from '../../shared/submissions/schema.ts'
import { categoryOf } from '../../shared/templates/index.ts'
import { hashOf, sha256 } from '../aws/chain.ts'
import { environment } from '../aws/environment.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Row, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { formFor, templateFor } from './form.ts'
import { submissionMove } from './move.ts'
import { registerFor } from './register.ts'
import type { Told } from './told.ts'

/** Everything that is written in a submission: its sections with their versions, and its files. */
export type Written = { sections: Record<string, SectionRow>; values: FormValues; files: FileRow[] }

export async function loadWritten(id: string): Promise<Written> {
  const { pk } = key.submission(id)
  const [sectionRows, files] = await Promise.all([
    table.all<Row & SectionRow>({ pk, begins: 'SECTION#', consistent: true }),
    table.all<FileRow>({ pk, begins: 'FILE#', consistent: true }),
  ])
  const sections = Object.fromEntries(sectionRows.map((row) => [row.sk.slice('SECTION#'.length), row]))
  return { sections, values: Object.fromEntries(Object.entries(sections).map(([section, { values }]) => [section, values])), files }
}

/** What is still wrong with a submission as it stands. The expression engine is a quarter of the API's code, so it is loaded when answers are judged. */
export async function problemsOf(form: Form, { values }: Pick<Written, 'values'>): Promise<Problem[]> {
  const [{ validate }, register] = await Promise.all([import('../../shared/forms/validate.ts'), registerFor(form, values)])
  return validate(form, values, { register })
}

/** Files that keep a submission from being handed in: named by its answers but not clean, or still arriving. */
export function uncheckedIn(form: Form, { values, files }: Written, at: string): Unchecked[] {
  const byId = new Map(files.map((file) => [file.id, file]))
  const named = form.sections.flatMap(({ key: section }) => filesIn(form, section, values[section] ?? {}).map(({ file }) => file))
  const bad = named.flatMap(({ id, name }): Unchecked[] => {
    const state = byId.get(id)?.state
    return state === 'clean' ? [] : [{ name, state: state === 'waiting' ? state : 'refused' }]
  })
  return [
    ...bad,
    ...files.filter(({ state, until }) => state === 'waiting' && at < until).map(({ name }): Unchecked => ({ name, state: 'waiting' })),
  ]
}

function manifestOf(batch: Batch, submission: Submission, form: Form, { sections, values, files }: Written): Manifest {
  const named = new Set(
    form.sections.flatMap(({ key: section }) => filesIn(form, section, values[section] ?? {}).map(({ file }) => file.id)),
  )
  return {
    submission: submission.id,
    version: submission.version + 1,
    template: `${batch.template.key}@${batch.template.version}`,
    category: submission.category,
    title: submission.title,
    unit: submission.unit,
    institution: submission.institution,
    sections: Object.fromEntries(
      Object.entries(sections).map(([section, { version, values: said }]) => [section, { v: version, sha256: hashOf(said) }]),
    ),
    files: files.filter(({ id }) => named.has(id)).map(({ id, sha256: hash = '', bytes }) => ({ id, sha256: hash, bytes })),
  }
}

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const legible = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** A receipt number: ten places made from the submission and its version, so that a repeated request says the same one; it tells nothing of how many there are. */
export function receiptOf(submission: string, version: number): string {
  const digest = Buffer.from(sha256(`${submission}#${version}`), 'base64url')
  const letters = [...digest.subarray(0, 10)].map((byte) => legible[byte % legible.length]).join('')
  return `SR-${letters.slice(0, 5)}-${letters.slice(5)}`
}

export type Receipt = { submission: string; version: number; receipt: string; sha256: string; at: string }
export type HandingIn = { batch: Batch; submission: Submission; draft: Draft; by: Version['by'] }

/**
 * Freezes exactly what was checked: the marks read with the head name a version of every section, and the transaction holds only if no save has come in since. A save that
 * came between the marks and the sections makes the two differ, and is refused here.
 */
export async function handIn(handing: HandingIn, doing: Doing): Promise<Told<Receipt>> {
  const outcome = await freezeVersion(handing, doing)
  return outcome.ok ? outcome : handedInBefore(handing.submission.id, doing, outcome)
}

/** The receipt that this very request got before, if it did. */
async function handedInBefore(id: string, { request }: Doing, refusal: Told<Receipt>): Promise<Told<Receipt>> {
  const event = await table.get<Recorded<FactOf<'submission.submitted'>>>(key.event(key.submission(id).pk, request, 'submission.submitted'))
  return event ? accept({ submission: id, version: event.version, receipt: event.receipt, sha256: event.sha256, at: event.at }) : refusal
}

async function freezeVersion({ batch, submission, draft, by }: HandingIn, doing: Doing): Promise<Told<Receipt>> {
  const form = formFor(batch, submission.category)
  const written = await loadWritten(submission.id)
  const problems = await problemsOf(form, written)
  const manifest = manifestOf(batch, submission, form, written)
  const frozen = { sha256: hashOf(manifest), receipt: receiptOf(submission.id, manifest.version) }
  const unchecked = uncheckedIn(form, written, doing.at)
  const decided = submit({ batch, submission, at: doing.at, problems, unchecked, frozen })
  if (!decided.ok) return { ...decided, data: { problems } }
  const seen = Object.entries(draft.sections).every(([section, { v }]) => manifest.sections[section]?.v === v)
  if (!seen || Object.keys(draft.sections).length !== Object.keys(manifest.sections).length) return refuse('changed-meanwhile')
  const fact = decided.value
  const sections = form.sections.length
  const { move } = submissionMove(submission, fact, doing.at, { sectionsDone: sections, sections })
  const { version: number, receipt, sha256: hash } = fact
  const saved = await table.commit(
    doing,
    [move],
    [
      freeze(submission.id, draft),
      writes.putNew(
        {
          ...key.version(submission.id, number),
          kind: 'version',
          number,
          manifest,
          sha256: hash,
          receipt,
          at: doing.at,
          by,
          seq: 0,
          chain: '',
        },
        refuse('changed-meanwhile'),
      ),
      writes.putNew({ ...key.receipt(receipt), submission: submission.id, version: number }, refuse('changed-meanwhile')),
    ],
  )
  if (!saved.ok || saved.value.repeated) return saved.ok ? refuse('changed-meanwhile') : saved
  return accept({ submission: submission.id, version: number, receipt, sha256: hash, at: doing.at })
}

const freeze = (id: string, { saves, sections }: Draft): Write =>
  writes.update(
    key.draft(id),
    { editable: false, sections: Object.fromEntries(Object.entries(sections).map(([section, mark]) => [section, { ...mark, f: true }])) },
    {
      expression: '#saves = :saves AND #e = :yes',
      names: { '#saves': 'saves', '#e': 'editable' },
      values: { ':saves': saves, ':yes': true },
    },
    refuse('changed-meanwhile'),
  )

/** Opens the sections for writing again, or closes them for good. */
export const writable = (id: string, editable: boolean): Write =>
  writes.update(key.draft(id), { editable }, { expression: 'attribute_exists(pk)' }, refuse('changed-meanwhile'))

type Standing = { batch: Batch; submission: Submission }

export async function takeBack({ batch, submission }: Standing, doing: Doing): Promise<Outcome<Submission>> {
  const decided = recall({ batch, submission, at: doing.at })
  if (!decided.ok) return decided
  const { move, moved } = submissionMove(submission, decided.value, doing.at)
  const saved = await table.commit(doing, [move], [writable(submission.id, true)])
  return saved.ok ? { ok: true, value: moved } : saved
}

/** Gives up a submission; its unit may enter another in its place. */
export async function giveUp({ batch, submission }: Standing, doing: Doing): Promise<Outcome<Submission>> {
  const decided = discard({ batch, submission, at: doing.at })
  if (!decided.ok) return decided
  const { move, moved } = submissionMove(submission, decided.value, doing.at)
  const category = categoryOf(templateFor(batch), submission.category)
  const counter = key.entered(submission.unit.id, batch.id, submission.award ?? category?.key ?? submission.category)
  const saved = await table.commit(doing, [move], [writable(submission.id, false), oneLess(counter)])
  return saved.ok ? { ok: true, value: moved } : saved
}

const oneLess = (counter: ReturnType<typeof key.entered>): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: counter,
      UpdateExpression: 'ADD used :less',
      ConditionExpression: 'used > :none',
      ExpressionAttributeValues: { ':less': -1, ':none': 0 },
    },
  },
  otherwise: refuse('changed-meanwhile'),
})
