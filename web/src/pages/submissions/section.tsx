import { useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createResource, lazy, onMount, Show, Suspense } from 'solid-js'
import type { Form, Problem } from '../../../../shared/forms/schema.ts'
import { commentsIn } from '../../../../shared/submissions/comments-in.ts'
import { between } from '../../../../shared/text.ts'
import { Known, lastRead } from '../../data/known.tsx'
import { ClauseView } from '../../forms/clause-view.tsx'
import { bringControls } from '../../forms/field-view.tsx'
import { sectionSaver } from '../../forms/saver.ts'
import { SectionEditor } from '../../forms/section-editor.tsx'
import { moment } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/sections.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { askedSections } from './asked-sections.ts'
import { handedInValues, lastReturn, valuesOf } from './returned.ts'
import { answersOf, filesAddress, formOf, type Named, pathOf, submissionHref, taskListOf } from './submission-api.ts'

const AlsoHere = lazy(() => import('./also-here.tsx'))
const Missing = lazy(() => import('../../shell/missing.tsx'))

/** Fetches the fields of all sections of a form ahead of the page. */
export const bringFields = (form: Form) => bringControls(form.sections.flatMap(({ fields }) => fields))

/** Most sections ask for no unit: how one is found comes with the first letters. */
const searchUnits = async (words: string) => (await import('../../data/search-units.ts')).searchUnits(words)

/** The browser does not have the register. */
const foundByServer = ({ code }: Pick<Problem, 'code'>) => code === 'unit-unknown' || code === 'unit-closed'

/** One section of the form on a page of its own, with what was said about it when it was returned. */
export default function SectionPage() {
  const params = useParams<Named & { section: string }>()
  const [search] = useSearchParams<{ check?: string }>()
  const navigate = useNavigate()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { mutate }] = createResource(
    () => `${params.batch}/${params.submission}`,
    async () => {
      const [form, answers, path, tasks] = await Promise.all([formOf(named()), answersOf(named()), pathOf(named()), taskListOf(named())])
      return { form, answers, path, tasks }
    },
  )
  /** What was handed in before a return; the section does not wait for it. */
  const [before] = createResource(
    () => lastReturn(given.latest?.path) && given.latest?.tasks.submission.version,
    (version) => handedInValues(named(), version),
  )
  const read = lastRead(() => given.latest)
  const values = () => valuesOf(read()?.answers.sections)
  const asked = askedSections(() => read()?.form, values)
  const at = () => asked().findIndex(({ key }) => key === params.section)
  const href = (key: string) => submissionHref(named(), `/sections/${key}`)
  const goOn = () => {
    const next = asked()[at() + 1]
    navigate(search.check || !next ? submissionHref(named(), '/check') : href(next.key))
  }
  return (
    <Show when={given.latest && params.section} keyed>
      {(key) => {
        const found = () => read() as NonNullable<ReturnType<typeof given>>
        const section = () => found().form.sections.find((each) => each.key === key)
        const kept = () => found().answers.sections[key]
        const may = () => found().tasks.may.write
        const previous = () => asked()[at() - 1]
        return (
          <Known of={section()} fallback={<Missing />}>
            {(shown) => (
              <>
                <PageHeader
                  title={inLanguage(shown().title)}
                  crumbs={[{ label: found().tasks.submission.title, href: submissionHref(named()), own: true }]}
                  intro={
                    <span>
                      {t('section', { at: at() + 1, all: asked().length })}
                      <Show when={kept()?.by && kept()}>
                        {(last) => (
                          <span class="break-keep">
                            {between}
                            <Quoting text={t('savedBy', { name: quoted(last().by?.name ?? ''), time: moment(last().at ?? '') })} />
                          </span>
                        )}
                      </Show>
                      <Show when={shown().intro}>{(intro) => <span class="mt-2 block text-ink">{inLanguage(intro())}</span>}</Show>
                      <Show when={shown().clause}>
                        {(clause) => (
                          <span class="field-clause mt-2 block">
                            <ClauseView clause={clause()} />
                          </span>
                        )}
                      </Show>
                    </span>
                  }
                />
                <Show when={may() !== true}>
                  <div class="mb-5">
                    <Banner tone="warn">{inLanguage(may() as { zh: string; en: string })}</Banner>
                  </div>
                </Show>
                <Suspense>
                  <Show when={may() === true}>
                    <AlsoHere />
                  </Show>
                </Suspense>
                <SectionEditor
                  form={found().form}
                  section={key}
                  values={values()}
                  version={kept()?.version ?? 0}
                  savedAt={kept()?.at ?? null}
                  save={sectionSaver(params.batch, params.submission, key)}
                  files={filesAddress(named())}
                  searchOrganisation={searchUnits}
                  told={found().answers.problems.filter(foundByServer)}
                  strict={search.check !== undefined}
                  comments={commentsIn(lastReturn(found().path)?.comments, key)}
                  before={before.latest && (before.latest[key] ?? {})}
                  disabled={may() !== true}
                  onSaved={(saved, sent) =>
                    mutate((all) => {
                      if (!all) return all
                      const sections = { ...all.answers.sections, [key]: { version: saved.version, values: sent, at: saved.savedAt } }
                      const elsewhere = all.answers.problems.filter(({ path }) => path.split('.')[0] !== key)
                      const problems = [...elsewhere, ...(saved.problems ?? [])]
                      return { ...all, answers: { ...all.answers, sections, problems } } as typeof all
                    })
                  }
                  onNext={goOn}
                  onLater={() => navigate(submissionHref(named()))}
                  foot={
                    <nav class="no-print mt-4 flex flex-wrap gap-3" aria-label={t('sections')}>
                      <Show when={previous()}>
                        {(before) => (
                          <LinkButton kind="quiet" href={href(before().key)}>
                            {t('before')}
                            {between}
                            {inLanguage(before().title)}
                          </LinkButton>
                        )}
                      </Show>
                      <LinkButton kind="quiet" href={submissionHref(named())}>
                        {t('back')}
                      </LinkButton>
                    </nav>
                  }
                />
                <GoTo />
              </>
            )}
          </Known>
        )
      }}
    </Show>
  )
}

/** Brings the field that the address names into view, once the editor has drawn it. */
function GoTo() {
  const field = decodeURIComponent(useLocation().hash.slice(1))
  onMount(() => {
    if (!field) return
    const look = (tries: number) => {
      if (document.getElementById(field)) focusField(field)
      else if (tries > 0) setTimeout(() => look(tries - 1), 100)
    }
    look(30)
  })
  return null
}
