import { For, Show } from 'solid-js'
import { between, inARow } from '../../../../shared/text.ts'
import { t } from '../../i18n/batches.ts'
import { deadline } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Timeline } from '../../ui/progress.tsx'
import { type ApplicantView, stateName, stateTone } from './batch-api.ts'

/** What a unit below the host sees of a batch: what it is about, its dates, in which categories it may apply, and its list to endorse. */
export function CallPage(props: { batch: ApplicantView }) {
  const endorses = () => props.batch.parts.includes('recommend')
  return (
    <>
      <PageHeader
        title={props.batch.title}
        own
        crumbs={[{ label: t('batches'), href: '/batches' }]}
        state={<Badge tone={stateTone(props.batch.state)}>{stateName(props.batch.state)}</Badge>}
        intro={<Quoting text={t('hostIs', { host: quoted(props.batch.host.name) })} />}
        actions={
          <>
            <Show when={props.batch.categories.some(({ mine }) => mine)}>
              <LinkButton kind="primary" href={`/batches/${props.batch.id}/apply`}>
                {t('apply')}
              </LinkButton>
            </Show>
            <Show when={endorses()}>
              <LinkButton
                kind={props.batch.categories.some(({ mine }) => mine) ? 'secondary' : 'primary'}
                href={`/batches/${props.batch.id}/list`}
              >
                {t('list')}
              </LinkButton>
            </Show>
          </>
        }
      />
      <NotNow why={props.batch.notNow} />
      <CallBody batch={props.batch} />
    </>
  )
}

/** What the call is about, its categories and its dates. */
export function CallBody(props: { batch: ApplicantView }) {
  const now = Date.now()
  const entries = () =>
    props.batch.stages.map(({ key, title, opens, closes }, i) => ({
      key,
      title: inLanguage(title),
      when: closes ? deadline(closes) : undefined,
      state:
        props.batch.stage === i || (opens && closes && Date.parse(opens) <= now && now < Date.parse(closes))
          ? ('now' as const)
          : closes && Date.parse(closes) <= now
            ? ('done' as const)
            : ('waiting' as const),
    }))
  return (
    <div class="grid items-start gap-x-5 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)]">
      <div>
        <Card title={t('introduction')}>
          <p class="max-w-prose whitespace-pre-line">{inLanguage(props.batch.template.introduction)}</p>
          <Show when={props.batch.template.basis.length > 0}>
            <p class="mt-3 text-sm text-soft">
              <Quoting text={t('basis', { basis: inARow(props.batch.template.basis.map(quoted), language()) })} />
            </p>
          </Show>
        </Card>
        <Card title={t('categories')}>
          <ul class="flex flex-col">
            <For each={props.batch.categories}>
              {(category) => (
                <li class="border-t border-line py-3 first:border-0">
                  <p class="font-semibold">{inLanguage(category.title)}</p>
                  <p class="text-sm text-soft">
                    <Show when={category.places}>
                      {(count) => (
                        <>
                          {t('placesCount', { count: count() })}
                          {between}
                        </>
                      )}
                    </Show>
                    {t('perUnit', { count: category.perUnit })}
                  </p>
                  <Show when={category.mine} fallback={<p class="text-sm text-soft">{t('notForYou')}</p>}>
                    <Show when={category.may && !category.may.ok ? category.may : undefined}>
                      {(no) => <p class="mt-1 text-warn">{inLanguage(no())}</p>}
                    </Show>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Card>
      </div>
      <Card title={t('stages')}>
        <Timeline label={t('stages')} entries={entries()} />
      </Card>
    </div>
  )
}
