import { useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createResource, createSignal, on, Show } from 'solid-js'
import { grantsAwards } from '../../../../shared/decisions/granting.ts'
import { departs, opensAgain } from '../../../../shared/decisions/rules.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/decisions.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, Select } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, Facts } from '../../ui/page-header.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { CutLine } from './cut-line.tsx'
import { Lines } from './lines.tsx'
import { PanelCard } from './panel.tsx'
import { officeApi as api, type Line, type SheetPage, wholeSheet } from './sheet-api.ts'
import { TakingAway } from './taking-away.tsx'

/** The ranking of one category and the leading group's decisions; then the way to the approver. */
export default function SheetPageView() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ category?: string }>()
  const [overview, { refetch: refetchOverview }] = createKept(
    () => params.batch,
    async (batch) => (await answer(api.batches[':batch'].sheets.$get({ param: { batch } }))).rows,
  )
  const category = () => search.category ?? overview.latest?.[0]?.category
  const [line, setLine] = createSignal<number>()
  const load = (key: string) => wholeSheet(api, { batch: params.batch, key })
  const [page, { mutate }] = createResource(category, load)
  const refresh = async () => {
    mutate(await load(category() ?? ''))
    void refetchOverview()
  }
  return (
    <>
      <HostedHeader batch={params.batch} title={t('title')} intro={t('intro')} />
      <Known of={overview.latest}>
        {(all) => (
          <div class="no-print max-w-md">
            <Select
              label={t('category')}
              unmarked
              empty={false}
              value={category() ?? null}
              options={all().map((row) => ({ value: row.category, label: `${inLanguage(row.title)} · ${t(row.state)}` }))}
              onChange={(value) => setSearch({ category: value ?? undefined })}
            />
          </div>
        )}
      </Known>
      <Known of={page.latest}>
        {(current) => (
          <div class="mt-5">
            <Standing page={current()} batch={params.batch} category={category() ?? ''} onChanged={refresh} />
            <Show
              when={
                mayWork(current()) &&
                current().sheet.reviewed &&
                !current().sheet.reopened &&
                current().sheet.places !== undefined &&
                current().rows.length > 0
              }
            >
              <CutLine page={current()} batch={params.batch} category={category() ?? ''} onMoved={setLine} onChanged={refresh} />
            </Show>
            <Deciding
              line={current().sheet.state === 'open' && !current().sheet.reopened ? line() : current().sheet.line}
              page={current()}
              batch={params.batch}
              category={category() ?? ''}
              onChanged={refresh}
              loading={page.loading}
            />
            <Show when={current().rows.some(({ reviews }) => reviews > 0)}>
              <div class="mt-5">
                <PanelCard batch={params.batch} category={category() ?? ''} />
              </div>
            </Show>
          </div>
        )}
      </Known>
    </>
  )
}

const items = (count: number | undefined) => (count === undefined ? '–' : t('items', { count }))

/** Whether decisions may still be made: nothing was sent, and the batch is where they belong. */
const mayWork = ({ sheet, notNow }: SheetPage) => sheet.state === 'open' && !notNow

type Part = { page: SheetPage; batch: string; category: string; onChanged: () => void }

function Standing(props: Part) {
  const [sending, setSending] = createSignal(false)
  const [taking, setTaking] = createSignal(false)
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const [reason, setReason] = createSignal('')
  const act = actKey()
  const sheet = () => props.page.sheet
  const param = () => ({ batch: props.batch, key: props.category })
  return (
    <Card
      title={inLanguage(props.page.title)}
      actions={
        <span class="flex flex-wrap gap-3">
          <TakingAway batch={props.batch} category={props.category} />
          <Show when={mayWork(props.page)}>
            <Button kind="primary" onClick={() => setSending(true)}>
              {t('send')}
            </Button>
          </Show>
          <Show when={sheet().state === 'sent' && !props.page.notNow}>
            <Button onClick={() => setTaking(true)}>{t('withdraw')}</Button>
          </Show>
        </span>
      }
    >
      <Show when={sheet().state !== 'approved' && props.page.notNow}>{(why) => <Banner>{inLanguage(why())}</Banner>}</Show>
      <Show when={sheet().reopened}>
        {(again) => (
          <Banner tone="warn" title={t('reopened')}>
            {t('reopenedBody', { time: moment(again().at) })} <span translate="no">{again().reason}</span>
          </Banner>
        )}
      </Show>
      <Show when={sheet().withdrawn}>
        {(text) => (
          <Banner tone="warn">
            <Quoting text={t('withdrawn', { reason: quoted(text()) })} />
          </Banner>
        )}
      </Show>
      <Show when={sheet().sentBack}>
        {(text) => (
          <Banner tone="warn">
            <Quoting text={t('sentBack', { reason: quoted(text()) })} />
          </Banner>
        )}
      </Show>
      <Show when={sheet().state === 'sent' && sheet().sentAt}>
        {(at) => (
          <Banner>
            <Quoting text={t('sentTo', { name: quoted(sheet().approver?.name ?? ''), time: moment(at()) })} />
          </Banner>
        )}
      </Show>
      <Show when={sheet().approvedAt}>
        {(at) => (
          <Banner tone="good">
            <Quoting text={t('approvedAt', { name: quoted(sheet().approver?.name ?? ''), time: moment(at()) })} />
          </Banner>
        )}
      </Show>
      <Facts
        facts={[
          { key: 'places', label: t('places'), value: items(sheet().places) },
          { key: 'awarded', label: t('awarded'), value: items(props.page.awarded) },
          {
            key: 'undecided',
            label: t('undecided'),
            value: <span classList={{ 'text-warn font-semibold': props.page.undecided > 0 }}>{items(props.page.undecided)}</span>,
          },
          ...(props.page.unreasoned > 0
            ? [
                {
                  key: 'unreasoned',
                  label: t('unreasoned'),
                  value: <span class="font-semibold text-warn">{items(props.page.unreasoned)}</span>,
                },
              ]
            : []),
          { key: 'method', label: t('method'), value: t(sheet().method === 'mean' ? 'methodMean' : 'methodTrimmed') },
        ]}
      />
      <ConfirmDialog
        open={sending()}
        onClose={() => setSending(false)}
        title={t('sendTitle')}
        action={t('send')}
        disabled={name().trim().length < 2 || !email().includes('@')}
        onConfirm={async () => {
          await answer(
            api.batches[':batch'].categories[':key'].sheet.send.$post(
              { param: param(), json: { approver: { name: name().trim(), email: email().trim() } } },
              act.options(),
            ),
          )
          act.done()
          props.onChanged()
        }}
      >
        <p>
          {t(grantsAwards(props.page.sheet.outcomes) ? 'sendBody' : 'sendResults', {
            total: props.page.total,
            awarded: props.page.awarded,
          })}
        </p>
        <TextField label={t('approverName')} required value={name()} onInput={setName} />
        <TextField label={t('approverEmail')} type="email" required value={email()} onInput={setEmail} />
      </ConfirmDialog>
      <ConfirmDialog
        open={taking()}
        onClose={() => setTaking(false)}
        title={t('withdraw')}
        action={t('withdraw')}
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          await answer(api.batches[':batch'].categories[':key'].sheet.withdraw.$post({ param: param(), json: { reason: reason().trim() } }))
          props.onChanged()
        }}
      >
        <p>{t('withdrawBody')}</p>
        <TextArea label={t('reason')} required rows={3} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </Card>
  )
}

function Deciding(props: Part & { line: number | undefined; loading: boolean }) {
  const [open, setOpen] = createSignal<Line | null>(null)
  const [outcome, setOutcome] = createSignal<string | null>(null)
  const [reason, setReason] = createSignal('')
  createEffect(
    on(open, (line) => {
      setOutcome(line?.outcome ?? null)
      setReason(line?.reason ?? '')
    }),
  )
  const mayDecide = (line: Line) => !props.page.sheet.reopened || opensAgain(props.page.sheet.reopened, line)
  const needsReason = () => departs({ outcome: outcome() ?? undefined, proposal: open()?.proposal }, props.page.sheet.reviewed)
  return (
    <>
      <Lines
        page={props.page}
        line={props.line}
        loading={props.loading}
        actions={
          mayWork(props.page)
            ? (line) => (
                <Show when={mayDecide(line)}>
                  <Button small onClick={() => setOpen(line)}>
                    {t('decide')}
                    <AlsoSaid>{line.title}</AlsoSaid>
                  </Button>
                </Show>
              )
            : undefined
        }
      />
      <ConfirmDialog
        open={open() !== null}
        onClose={() => setOpen(null)}
        title={t('decideTitle', { title: open()?.title ?? '' })}
        action={t('save')}
        disabled={outcome() === null || (needsReason() && reason().trim().length < 2)}
        onConfirm={async () => {
          const line = open()
          const chosen = outcome()
          if (!line || !chosen) return
          await answer(
            api.batches[':batch'].categories[':key'].decisions[':submission'].$put({
              param: { batch: props.batch, key: props.category, submission: line.submission },
              json: { outcome: chosen, ...(reason().trim() && { reason: reason().trim() }) },
            }),
          )
          props.onChanged()
        }}
      >
        <p>{t('decideBody', { rank: open()?.rank ?? 0, score: open()?.score ?? t('noScore'), reviews: open()?.reviews ?? 0 })}</p>
        <RadioGroup
          label={t('outcome')}
          required
          value={outcome()}
          options={props.page.sheet.outcomes.map(({ key, title }) => ({ value: key, label: inLanguage(title) }))}
          onChange={setOutcome}
        />
        <TextArea
          label={t('reason')}
          required={needsReason()}
          help={t('reasonHelp')}
          rows={3}
          max={2000}
          value={reason()}
          onInput={setReason}
        />
      </ConfirmDialog>
    </>
  )
}
