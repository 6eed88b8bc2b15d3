import type { Batch } from '../../shared/batches/schema.ts'
import { canonical } from '../../shared/canonical.ts'
import { bindFiles, filesIn } from '../../shared/files/rules.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { heaviest, parseSection } from '../../shared/forms/parse.ts'
import type { Form, FormValues, Problem, SectionValues } from '../../shared/forms/schema.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { writerOf } from '../../shared/submissions/readers.ts'
import { doneBy, mayWrite, saveSection, sectionBytes } from '../../shared/submissions/rules.ts'
import type { Draft, SectionMark, SectionRow, Submission } from '../../shared/submissions/schema.ts'
import { titleIn } from '../../shared/submissions/title.ts'
import type { Brought } from '../aws/brought.ts'
import { sha256 } from '../aws/chain.ts'
import { environment } from '../aws/environment.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { formFor } from './form.ts'
import { namedUnits } from './register.ts'
import type { Told } from './told.ts'

/** What a writer's answers come to: as they are kept, their hash, and what is still wrong with them by themselves. */
type Answers = { values: SectionValues; hash: string; problems: Problem[] }

/** Hash of a section in a mark: 128 bits tell two contents apart, and keep all marks within 1 KB. The manifest of a frozen version holds whole hashes. */
const markHash = (values: SectionValues) => sha256(canonical(values)).slice(0, 22)

export type SaveAsked = { actor: Actor; doing: Doing; batch: Batch; submission: Submission; draft: Draft; brought: Brought }
export type Saved = { version: number; at: string; problems: Problem[] }

/**
 * Saves one section. In two round trips: the guard's read, which brings the files and units that the body names, and one transaction; a conflict costs a
 * third, to show the other text.
 */
export async function saveDraft(
  { actor, doing, batch, submission, draft, brought }: SaveAsked,
  section: string,
  asked: { version: number; values: unknown },
): Promise<Told<Saved>> {
  const form = formFor(batch, submission.category)
  const may = mayWrite({ batch, submission, at: doing.at })
  if (!may.ok) return may
  const answers = await answersOf(form, submission, section, asked.values, brought)
  if (!answers.ok) return answers
  const { problems, hash } = answers.value
  const mark = draft.sections[section]
  const decided = saveSection({ mark, version: asked.version, hash })
  if (decided.ok && decided.value === 'saved-already') return accept({ version: mark?.v ?? 0, at: doing.at, problems })
  const planned = decided.ok
    ? await planSave({ form, submission, draft, section, answers: answers.value, by: writerOf(actor), at: doing.at })
    : decided
  const saved = planned.ok ? await table.write(...planned.value.writes) : planned
  if (saved.ok && planned.ok) return accept({ version: planned.value.mark.v, at: doing.at, problems })
  return conflict(saved.ok ? refuse('changed-meanwhile') : saved, submission.id, section, hash, problems)
}

/** Somebody else was quicker. With the same content, it is saved; else both texts are shown. */
async function conflict(refusal: Refusal, id: string, section: string, hash: string, problems: Problem[]): Promise<Told<Saved>> {
  const row = await table.get<SectionRow>(key.section(id, section))
  if (!row) return refusal
  const { version, values, by, at } = row
  return markHash(values) === hash ? accept({ version, at, problems }) : { ...refusal, data: { theirs: { version, values, by, at } } }
}

/** Parses a section's answers, binds its files and looks up the units they name; both came with the guard's read, unless they are very many. Unfinished and wrong answers are kept; only what is no answer to this form is refused. */
async function answersOf(
  form: Form,
  submission: Pick<Submission, 'id'>,
  section: string,
  input: unknown,
  brought: Brought,
): Promise<Outcome<Answers>> {
  const parsed = parseSection(form, section, input)
  if (!parsed.ok) return parsed
  if (Buffer.byteLength(JSON.stringify(parsed.value)) > sectionBytes) return tooLarge(form, section, parsed.value)
  const files = filesIn(form, section, parsed.value)
  const named = namedUnits(form, { [section]: parsed.value }, section)
  const rows = await brought.getMany([...files.map(({ file }) => key.file(submission.id, file.id)), ...named.keys])
  const fileRows = rows.slice(0, files.length) as unknown as (FileRow | undefined)[]
  const found = new Map(fileRows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
  const bound = bindFiles(form, section, parsed.value, found)
  if (!bound.ok) return bound
  const alone: FormValues = { [section]: bound.value }
  const { validate } = await import('../../shared/forms/validate.ts')
  const register = named.registerFrom(rows.slice(files.length))
  return accept({ values: bound.value, hash: markHash(bound.value), problems: validate(form, alone, { section, register }) })
}

/** A refusal that says which answer to shorten. */
function tooLarge(form: Form, key: string, values: SectionValues): Refusal {
  const section = form.sections.find((each) => each.key === key)
  if (!section) return refuse('form.unknown-section', { section: key })
  const { place, bytes } = heaviest(section, values)
  return refuse('section.too-large', { max: sectionBytes / 1024, ...place, size: Math.ceil(bytes / 1024) })
}

type Save = { form: Form; submission: Submission; draft: Draft; section: string; answers: Answers; by: SectionRow['by']; at: string }

/**
 * The writes of one save: the section under its own version, and its mark. No event: a draft changes every few seconds while somebody types, and says
 * nothing to anyone until it is handed in; the version that is frozen then is what the record holds.
 * Two sections never meet: neither write asks for the head or for another section's version.
 */
async function planSave({
  form,
  submission,
  draft,
  section,
  answers,
  by,
  at,
}: Save): Promise<Outcome<{ mark: SectionMark; writes: Write[] }>> {
  const before = draft.sections[section]
  const mark: SectionMark = { v: (before?.v ?? 0) + 1, h: answers.hash, p: answers.problems.length }
  const changed = refuse('section.changed', { version: mark.v })
  const kept = before?.f ? await keepFrozen(submission.id, section, before.v) : accept(undefined)
  if (!kept.ok) return kept
  return accept({
    mark,
    writes: [
      writes.putVersion({ ...key.section(submission.id, section), version: mark.v, values: answers.values, by, at }, changed),
      markSection(submission.id, section, mark),
      ...(kept.value ? [kept.value] : []),
      ...showProgress(form, submission, section, answers, doneBy(before, mark.p)),
    ],
  })
}

/** Before a frozen version of a section is written over, it is copied aside; only the first save after handing in does this. */
async function keepFrozen(id: string, section: string, version: number): Promise<Outcome<Write>> {
  const row = await table.get<SectionRow>(key.section(id, section))
  if (row?.version !== version) return refuse('section.changed', { version: row?.version ?? 0 })
  const { values, by, at } = row
  return accept(writes.put({ ...key.frozenSection(id, section, version), version, values, by, at }))
}

const markSection = (id: string, section: string, mark: SectionMark): Write => ({
  item: {
    Update: {
      TableName: environment().TABLE_NAME,
      Key: key.draft(id),
      UpdateExpression: 'SET #sections.#section = :mark ADD #saves :one',
      ConditionExpression: '#editable = :yes',
      ExpressionAttributeNames: { '#sections': 'sections', '#section': section, '#saves': 'saves', '#editable': 'editable' },
      ExpressionAttributeValues: { ':mark': mark, ':one': 1, ':yes': true },
    },
  },
  otherwise: refuse('changed-meanwhile'),
})

/** Lists show how many sections are done, and the title; the head is written only when one of these changes. Counted up, not set: two sections may be finished at once. */
function showProgress(form: Form, submission: Submission, section: string, { values }: Answers, done: number): Write[] {
  const title = titleIn(form, section, values, submission.unit) ?? submission.title
  const renamed = title !== submission.title
  if (done === 0 && !renamed) return []
  const sets = [
    ...(renamed ? ['#title = :title', '#summary.#title = :title'] : []),
    ...(done === 0 ? [] : ['#summary.#done = #summary.#done + :done']),
  ]
  return [
    {
      item: {
        Update: {
          TableName: environment().TABLE_NAME,
          Key: key.submission(submission.id),
          UpdateExpression: `SET ${sets.join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: {
            '#summary': 'summary',
            ...(renamed && { '#title': 'title' }),
            ...(done !== 0 && { '#done': 'sectionsDone' }),
          },
          ExpressionAttributeValues: { ...(renamed && { ':title': title }), ...(done !== 0 && { ':done': done }) },
        },
      },
      otherwise: refuse('changed-meanwhile'),
    },
  ]
}
