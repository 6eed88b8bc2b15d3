import { hc } from 'hono/client'
import type { batchRoutes } from '../../../../functions/batches/routes.ts'
import type { fileRoutes } from '../../../../functions/files/routes.ts'
import type { hostRoutes } from '../../../../functions/submissions/hostRoutes.ts'
import type { submissionRoutes } from '../../../../functions/submissions/routes.ts'
import type { Form } from '../../../../shared/forms/schema.ts'
import type { SubmissionSummary } from '../../../../shared/submissions/schema.ts'
import type { SubmissionState } from '../../../../shared/submissions/states.ts'
import type { SubmissionView } from '../../../../shared/submissions/summary.ts'
import type { Path } from '../../../../shared/submissions/timeline.ts'
import type { Text } from '../../../../shared/text.ts'
import { answer, wire } from '../../data/client.ts'
import { sharedAnswer } from '../../data/shared-answer.ts'
import { deadline } from '../../i18n/dates.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/sections.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { Tone } from '../../ui/banner.tsx'

export const api = hc<typeof submissionRoutes>('/api', wire)
export const hostApi = hc<typeof hostRoutes>('/api', wire)
const batches = hc<typeof batchRoutes>('/api', wire)
const files = hc<typeof fileRoutes>('/api', wire)

export type Named = { batch: string; submission: string }
export type Row = { id: string; summary: SubmissionSummary }

export const submissionHref = ({ batch, submission }: Named, rest = '') => `/batches/${batch}/submissions/${submission}${rest}`

export const tones: Record<SubmissionState, Tone> = {
  draft: 'info',
  submitted: 'info',
  returned: 'warn',
  declined: 'bad',
  recommended: 'good',
  qualified: 'good',
  disqualified: 'bad',
  awarded: 'good',
  unsuccessful: 'plain',
  discarded: 'plain',
}

export const one = api.batches[':batch'].submissions[':submission']
const read = <T>(response: Parameters<typeof answer>[0]) => answer(response) as Promise<T>

export const taskListOf = (param: Named) => answer(one.$get({ param }))
export const formOf = (param: Named) => read<Form>(one.form.$get({ param }))
export const pathOf = (param: Named) => read<Path>(one.path.$get({ param }))
export const versionsOf = async (param: Named) => (await answer(one.versions.$get({ param }))).rows
/** The sections of a frozen version. */
export const sectionsOf = async (param: Named, number: number) =>
  (await answer(one.versions[':number'].$get({ param: { ...param, number: String(number) } }))).sections
export const answersOf = (param: Named) => answer(one.answers.$get({ param }))

/** The batches a unit has to do with. The desk shows the first hundred; there are some ten in a year. The parts of a page share the answer. */
const readOpen = sharedAnswer(async (scope: 'open') => (await answer(batches.batches.$get({ query: { scope, limit: '100' } }))).rows)
export const openBatches = () => readOpen('open')

export type CategoryView = {
  key: string
  title?: Text
  group?: { key: string; title: Text }
  perUnit?: number
  mine?: boolean
  may?: { ok: true } | { ok: false; code: string; zh: string; en: string }
  awards?: string[]
}
/** A batch as those below its host see it. The parts of a page share the answer. */
export const batchOf = sharedAnswer(readBatch)

/** A batch as the pages of its submissions need it, whatever the reader has to do with it. */
async function readBatch(batch: string) {
  const found = await answer(batches.batches[':batch'].$get({ param: { batch } }))
  const categories = found.categories as unknown as CategoryView[]
  const collect = found.stages.find(({ kind }) => kind === 'collect')
  return {
    id: found.id,
    title: found.title,
    host: found.host,
    state: found.state,
    /** Why nothing is done in it at present. */
    notNow: found.notNow,
    hosted: found.part === 'host',
    introduction: 'introduction' in found.template ? (found.template.introduction as Text) : undefined,
    stages: found.stages,
    closes: collect?.closes ?? null,
    categories,
  }
}
export type BatchShown = Awaited<ReturnType<typeof batchOf>>
export const categoryTitle = (batch: Pick<BatchShown, 'categories'> | undefined, category: string): string => {
  const title = batch?.categories.find(({ key }) => key === category)?.title
  return title ? inLanguage(title) : category
}

/** A submission with its form, its batch and its path, as its page needs them. */
export async function wholeOf(named: Named) {
  const [tasks, form, batch, path] = await Promise.all([taskListOf(named), formOf(named), batchOf(named.batch), pathOf(named)])
  return { named, tasks, form, batch, path }
}
export type Found = Awaited<ReturnType<typeof wholeOf>>

/** The frozen application as a document, saved under its receipt number. */
export async function openDocument(param: Named, number: number): Promise<void> {
  const { url } = await answer(one.versions[':number'].pdf.$get({ param: { ...param, number: String(number) } }))
  location.assign(url)
}
/** Address of the files of a submission. */
export const filesAddress = (named: Named) => `/api${submissionHref(named, '/files')}`
export const fileLinks = (param: Named & { file: string }) =>
  answer(files.batches[':batch'].submissions[':submission'].files[':file'].content.$get({ param }))

export const closing = (closes: string | null | undefined): string => {
  if (!closes) return t('closesNone')
  return Date.parse(closes) <= Date.now() ? t('ended') : t('closes', { deadline: deadline(closes) })
}

/** The unit that has it: one of its way, the host, or the applicant. */
export const holderName = ({ holder, way }: Pick<SubmissionView, 'holder' | 'way'>): string => {
  if (holder === null) return t('withApplicant')
  return holder === 'host' ? t('withHost') : quoted(way.find(({ unit }) => unit.id === holder)?.unit.name ?? holder)
}
