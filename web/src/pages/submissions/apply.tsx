import { A, useNavigate, useParams } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { holds } from '../../data/session.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, batchOf, type CategoryView, closing, type Row, submissionHref } from './submission-api.ts'

/** The categories of a call: in which one may apply, why not in the others, and what was started already. */
export default function Apply() {
  const params = useParams<{ batch: string }>()
  const [given] = createResource(
    () => params.batch,
    async (batch) => {
      const [shown, own] = await Promise.all([batchOf(batch), answer(api.submissions.$get({ query: { batch, limit: '100' } }))])
      return { batch: shown, own: own.rows as Row[] }
    },
  )
  const groups = createMemo(() => {
    const mine = given()?.batch.categories.filter((category) => category.mine) ?? []
    return [...Map.groupBy(mine, (category) => (category.group ? inLanguage(category.group.title) : '')).entries()]
  })
  const checks = () => given()?.batch.categories.some(({ mine, awards }) => mine && awards)
  const writer = () => holds('administrator', 'operator')
  const writes = () => writer() && !given()?.batch.notNow
  return (
    <Known of={given()}>
      {(found) => (
        <>
          <PageHeader
            title={checks() ? t('reporting') : t('apply')}
            crumbs={[{ label: found().batch.title, href: `/batches/${params.batch}`, own: true }]}
            state={<Badge tone="info">{closing(found().batch.closes)}</Badge>}
            intro={checks() ? t('reportingIntro') : t('applyIntro')}
          />
          <NotNow why={found().batch.notNow} />
          <Show when={!writer()}>
            <Banner tone="warn">{t('notWriter')}</Banner>
          </Show>
          <For each={groups()} fallback={<EmptyState title={t('noCategories')} />}>
            {([group, categories]) => (
              <Card title={group || undefined}>
                <ul class="flex flex-col">
                  <For each={categories}>
                    {(category) => (
                      <Category
                        batch={params.batch}
                        category={category}
                        own={found().own.filter(({ summary }) => summary.category === category.key)}
                        writes={writes()}
                      />
                    )}
                  </For>
                </ul>
              </Card>
            )}
          </For>
        </>
      )}
    </Known>
  )
}

function Category(props: { batch: string; category: CategoryView; own: Row[]; writes: boolean }) {
  const navigate = useNavigate()
  const [busy, setBusy] = createSignal(false)
  const act = actKey()
  const title = () => (props.category.title ? inLanguage(props.category.title) : props.category.key)
  const refusal = () => (props.category.may && !props.category.may.ok ? props.category.may : undefined)
  /** A check asks for one report on each award; those that have one are listed below. */
  const awards = () => props.category.awards?.filter((id) => props.own.every(({ summary }) => summary.award !== id))
  const full = () => (awards() ? awards()?.length === 0 : props.own.length >= (props.category.perUnit ?? 1))
  const start = async (award?: string) => {
    setBusy(true)
    try {
      const { id } = await answer(
        api.batches[':batch'].submissions.$post(
          { param: { batch: props.batch }, json: { category: props.category.key, ...(award && { award }) } },
          act.options(),
        ),
      )
      act.done()
      navigate(submissionHref({ batch: props.batch, submission: id }))
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li class="flex flex-wrap items-start justify-between gap-3 border-b border-line py-4 first:pt-0 last:border-0 last:pb-0">
      <div class="min-w-0 flex-1 basis-40">
        <p class="font-semibold">{title()}</p>
        <p class="text-soft">{props.category.awards ? t('perAward') : t('perUnit', { count: props.category.perUnit ?? 1 })}</p>
        <Show when={refusal()}>
          {(reason) => (
            <p class="mt-1 max-w-prose text-bad">
              {inLanguage(reason())} <Show when={reason().code === 'eligibility.unfinished'}>{<A href="/awards">{t('toAwards')}</A>}</Show>
            </p>
          )}
        </Show>
        <ul>
          <For each={props.own}>
            {({ id, summary }) => (
              <li>
                <A translate="no" href={submissionHref({ batch: props.batch, submission: id })}>
                  {summary.title}
                </A>
              </li>
            )}
          </For>
        </ul>
      </div>
      <Show when={!refusal()} fallback={<Badge tone="warn">{t('mayNot')}</Badge>}>
        <Show when={!full()} fallback={<Badge tone="good">{t('already', { count: props.own.length })}</Badge>}>
          <Show
            when={awards()}
            fallback={
              <Button kind="primary" busy={busy()} disabled={!props.writes} onClick={() => start()}>
                {t('start')}
                <span class="sr-only"> {title()}</span>
              </Button>
            }
          >
            {(left) => <Awards awards={left()} busy={busy()} disabled={!props.writes} onStart={start} />}
          </Show>
        </Show>
      </Show>
    </li>
  )
}

/** A report on an award starts from that award. */
function Awards(props: { awards: string[]; busy: boolean; disabled: boolean; onStart: (award: string) => void }) {
  const [titles] = createResource(async () => {
    const { awards } = props
    const { awardsApi } = await import('./award-titles.ts')
    return awardsApi(awards)
  })
  return (
    <ul class="flex flex-col gap-2">
      <For each={titles()}>
        {({ id, title }) => (
          <li>
            <Button busy={props.busy} disabled={props.disabled} onClick={() => props.onStart(id)}>
              {t('start')} <span translate="no">{title}</span>
            </Button>
          </li>
        )}
      </For>
    </ul>
  )
}
