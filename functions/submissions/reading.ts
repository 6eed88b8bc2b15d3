import type { Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Problem, SectionValues } from '../../shared/forms/schema.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { writes } from '../../shared/submissions/readers.ts'
import { discard, mayWrite, recall } from '../../shared/submissions/rules.ts'
import type { Draft, SectionRow, Submission, Version } from '../../shared/submissions/schema.ts'
import { type SubmissionView, viewOf } from '../../shared/submissions/summary.ts'
import { type Path, pathOf } from '../../shared/submissions/timeline.ts'
import { sentences } from '../api/answer.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Row, table } from '../aws/table.ts'
import { formFor } from './form.ts'
import { valuesOf, versionOf } from './frozen.ts'
import { loadWritten, problemsOf } from './handing-in.ts'

export type Reading = { actor: Actor; doing: Doing; batch: Batch; submission: Submission; draft: Draft }
/** Whether something may be done now: true, or the reason why its button is off. */
type May = true | { code: Refusal['code']; zh: string; en: string }
export type TaskList = {
  submission: SubmissionView
  /** Saved sections: version and number of problems. */
  sections: Record<string, { version: number; problems: number }>
  may: { write: May; submit: May; recall: May; discard: May }
  deadline: string | null
}

const may = (outcome: Outcome<unknown>): May => (outcome.ok ? true : { code: outcome.code, ...sentences(outcome) })

/** The task list from what the guard has read; nothing more is asked of the table. */
export function taskList({ actor, doing, batch, submission, draft }: Reading): Outcome<TaskList> {
  const standing = { batch, submission, at: doing.at }
  const own = writes(actor, submission)
  const yours = (outcome: Outcome<unknown>): May => may(own ? outcome : refuse('role.not-allowed'))
  const closes = batch.stages.find(({ kind }) => kind === 'collect')?.closes ?? null
  return accept({
    submission: viewOf(submission),
    sections: Object.fromEntries(Object.entries(draft.sections).map(([section, { v, p }]) => [section, { version: v, problems: p }])),
    may: {
      write: yours(mayWrite(standing)),
      submit: yours(mayWrite(standing)),
      recall: yours(recall(standing)),
      discard: yours(discard(standing)),
    },
    deadline: submission.correctUntil ?? closes,
  })
}

export type SectionShown = { version: number; values: SectionValues; by?: SectionRow['by']; at?: string }

/** A section: as it is being written for the applicant, as it was handed in last for everybody else. */
export async function readSection({ actor, batch, submission }: Reading, section: string): Promise<Outcome<SectionShown>> {
  if (!formFor(batch, submission.category).sections.some(({ key: each }) => each === section)) return refuse('not-found')
  if (writes(actor, submission)) return accept((await theirs(submission.id, section)) ?? { version: 0, values: {} })
  const frozen = await versionOf(submission, submission.version)
  if (!frozen) return refuse('submission.not-submitted')
  const version = frozen.manifest.sections[section]
  if (!version) return accept({ version: 0, values: {} })
  const values = await valuesOf(submission.id, { sections: { [section]: version } })
  return accept({ version: version.v, values: values[section] ?? {} })
}

/** A section as it stands in the table, with who saved it last. */
export async function theirs(submission: string, section: string): Promise<Required<SectionShown> | undefined> {
  const row = await table.get<SectionRow>(key.section(submission, section))
  return row && { version: row.version, values: row.values, by: row.by, at: row.at }
}

export type Answers = { submission: SubmissionView; sections: Record<string, SectionShown>; problems: Problem[] }

/** All answers at once, for checking before handing in and for those who read them afterwards. */
export async function readAnswers({ actor, batch, submission }: Reading): Promise<Outcome<Answers>> {
  const view = viewOf(submission)
  if (writes(actor, submission)) {
    const written = await loadWritten(submission.id)
    const sections = Object.entries(written.sections).map(([section, { version, values, by, at }]) => [
      section,
      { version, values, by, at },
    ])
    return accept({
      submission: view,
      sections: Object.fromEntries(sections),
      problems: await problemsOf(formFor(batch, submission.category), written),
    })
  }
  const frozen = await readVersion(submission, submission.version)
  return frozen.ok ? accept({ submission: view, sections: frozen.value.sections, problems: [] }) : refuse('submission.not-submitted')
}

export type VersionShown = Pick<Version, 'number' | 'sha256' | 'receipt' | 'at' | 'by'> & { document: boolean }
const versionShown = ({ number, sha256, receipt, at, by, document }: Version): VersionShown => ({
  number,
  sha256,
  receipt,
  at,
  by,
  document: document !== undefined,
})

export const listVersions = async (submission: Pick<Submission, 'id'>): Promise<VersionShown[]> =>
  (await table.all<Version>({ pk: key.submission(submission.id).pk, begins: 'VERSION#', consistent: true })).map(versionShown)

/** A frozen version with its answers as they were handed in. */
export async function readVersion(
  submission: Pick<Submission, 'id'>,
  number: number,
): Promise<Outcome<{ version: VersionShown; manifest: Version['manifest']; sections: Record<string, SectionShown> }>> {
  const version = await versionOf(submission, number)
  if (!version) return refuse('version.absent')
  const values = await valuesOf(submission.id, version.manifest)
  const sections = Object.entries(version.manifest.sections).map(([section, { v }]) => [
    section,
    { version: v, values: values[section] ?? {} },
  ])
  return accept({ version: versionShown(version), manifest: version.manifest, sections: Object.fromEntries(sections) })
}

const eventsOf = (submission: Pick<Submission, 'id'>) =>
  table.all<Row & Recorded>({ pk: key.submission(submission.id).pk, begins: 'EVENT#', consistent: true })

/** What has happened to a submission, who has it, and what comes next. */
export const readPath = async ({ batch, submission }: Pick<Reading, 'batch' | 'submission'>): Promise<Path> =>
  pathOf(submission, batch, await eventsOf(submission))

/**
 * The record of a submission with its chain: every fact about the submission itself and its files, each with the hash of the one before it.
 * What experts did is no part of it: it would tell who they are.
 */
export async function readRecord(submission: Pick<Submission, 'id'>): Promise<Recorded[]> {
  const events = await eventsOf(submission)
  return events
    .filter(({ type }) => type.startsWith('submission.') || type.startsWith('file.') || type.startsWith('document.'))
    .map(({ kind: _kind, ...event }) => event as unknown as Recorded)
}
