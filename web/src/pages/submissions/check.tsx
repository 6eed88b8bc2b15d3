import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Form, Problem } from '../../../../shared/forms/schema.ts'
import { between } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { isRefused } from '../../data/refused.ts'
import { cellId, fieldId } from '../../forms/field-ids.ts'
import { FormReader } from '../../forms/form-reader.tsx'
import { createHeld } from '../../forms/held.ts'
import { t as ofHeld } from '../../i18n/held.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { heldLines } from './held-lines.ts'
import { ProblemLinks } from './problem-links.tsx'
import { handedInValues, lastReturn, valuesOf } from './returned.ts'
import { answersOf, filesAddress, formOf, type Named, one, pathOf, submissionHref, taskListOf } from './submission-api.ts'

/** All answers as they will be handed in, what is still to be done, and the act of handing in. */
export default function CheckPage() {
  const params = useParams<Named>()
  const navigate = useNavigate()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createKept(named, async (asked) => {
    const [form, answers, tasks, path] = await Promise.all([formOf(asked), answersOf(asked), taskListOf(asked), pathOf(asked)])
    const returned = lastReturn(path) && (await handedInValues(asked, tasks.submission.version))
    return { form, answers, tasks, path, before: returned }
  })
  const [asking, setAsking] = createSignal(false)
  const [without, setWithout] = createSignal(false)
  const held = createHeld(() => submissionHref(named()), { changed: () => void refetch() })
  const heldHere = () =>
    (given.latest?.form.sections ?? []).flatMap(({ key, title }) =>
      heldLines(held, key).map((what) => ({
        text: ofHeld('line', { section: inLanguage(title), what }),
        href: submissionHref(named(), `/sections/${key}?check=1`),
      })),
    )
  const act = actKey()
  const values = () => valuesOf(given.latest?.answers.sections)
  const problems = (): Problem[] => given.latest?.answers.problems ?? []
  const change = (section: string, field?: string) =>
    submissionHref(named(), `/sections/${section}?check=1${field ? `#${fieldId(section, field)}` : ''}`)
  const submit = async () => {
    try {
      await answer(one.submit.$post({ param: named() }, act.options()))
    } catch (error) {
      if (isRefused(error, 'submission.incomplete')) void refetch()
      throw error
    }
    act.done()
    // The receipt takes the place of this page: Back leads to the task list, not to the act.
    navigate(submissionHref(named(), '/receipt?new=1'), { replace: true })
  }
  return (
    <Known of={given.latest}>
      {(found) => {
        const writable = () => found().tasks.may.write === true
        const first = () => found().tasks.submission.way[0]?.unit.name
        return (
          <>
            <div class="no-print">
              <PageHeader
                title={writable() ? t('checkTitle') : found().tasks.submission.title}
                own={!writable()}
                crumbs={[{ label: found().tasks.submission.title, href: submissionHref(named()), own: true }]}
                intro={writable() ? t('checkIntro') : undefined}
                actions={<Button onClick={() => window.print()}>{t('print')}</Button>}
              />
              <Show when={writable()}>
                <Show when={heldHere().length > 0}>
                  <ProblemLinks title={ofHeld('notIncluded', { count: heldHere().length })} lines={heldHere()} />
                </Show>
                <Show when={problems().length > 0} fallback={<Banner tone="good">{t('ready')}</Banner>}>
                  <ProblemLinks
                    title={t('problems', { count: problems().length })}
                    lines={problems().map((problem) => ({
                      text: `${placeOf(found().form, problem)}${inLanguage(problem.message)}`,
                      href: submissionHref(
                        named(),
                        `/sections/${problem.path.split('.')[0]}?check=1#${controlOf(found().form, problem.path)}`,
                      ),
                    }))}
                  />
                </Show>
              </Show>
            </div>
            <div class="print-only form-cover">
              <Show when={writable()}>
                <p class="draft-mark">{t('draftMark')}</p>
              </Show>
              <p class="form-cover-title">{inLanguage(found().form.title)}</p>
              <p>
                {t('unit')}
                {between}
                <span translate="no">{found().tasks.submission.unit.name}</span>
              </p>
            </div>
            <div class="mt-5 form-printed">
              <FormReader
                form={found().form}
                values={values()}
                changeHref={writable() ? change : undefined}
                files={filesAddress(named())}
                problems={problems()}
                comments={lastReturn(found().path)?.comments}
                before={found().before}
              />
            </div>
            <Show when={writable()}>
              <div class="no-print flex flex-wrap items-center gap-4">
                <Button
                  kind="primary"
                  disabled={problems().length > 0}
                  onClick={() => {
                    setWithout(false)
                    setAsking(true)
                  }}
                >
                  {t('submit')}
                </Button>
                <Show when={problems().length > 0}>
                  <span class="text-soft">{t('problems', { count: problems().length })}</span>
                </Show>
              </div>
            </Show>
            <ConfirmDialog
              open={asking()}
              onClose={() => setAsking(false)}
              title={t('submitTitle')}
              action={t('submitAct')}
              disabled={heldHere().length > 0 && !without()}
              onConfirm={submit}
            >
              <p>
                <Quoting text={first() ? t('submitBody', { unit: quoted(first() ?? '') }) : t('submitHost')} />
              </p>
              <p>{t('submitTrue')}</p>
              <Show when={heldHere().length > 0}>
                <Banner tone="warn">
                  <p>{ofHeld('submitBody', { count: heldHere().length })}</p>
                  <Checkbox label={ofHeld('submitWithout')} checked={without()} onChange={setWithout} />
                </Banner>
              </Show>
            </ConfirmDialog>
          </>
        )
      }}
    </Known>
  )
}

const fieldAt = (form: Form, path: string) => {
  const [section, field] = path.split('.')
  return form.sections.find(({ key }) => key === section)?.fields.find(({ key }) => key === field)
}
/** A rule's own words may not say which question they are about; all other messages name it. */
const placeOf = (form: Form, { path, code }: Problem): string => {
  const section = form.sections.find(({ key }) => key === path.split('.')[0])
  const field = code === 'rule' ? fieldAt(form, path) : undefined
  const names = [section, field && { title: field.label }].flatMap((each) => (each ? [inLanguage(each.title)] : []))
  return names.length > 0 ? names.join('\u00a0› ') + between : ''
}
const controlOf = (form: Form, path: string): string => {
  const [section = '', field = '', row, column] = path.split('.')
  return fieldAt(form, path)?.kind === 'table' && row !== undefined && column !== undefined
    ? cellId(section, field, Number(row), column)
    : fieldId(section, field)
}
