import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { between, type Text } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/notices.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toastError } from '../../ui/toast.tsx'
import { api, sheetApi } from './notice-api.ts'

const tones = { open: 'warn', upheld: 'bad', dismissed: 'plain' } as const

/** The objections to a batch's notices, each with its handling record. */
export function Objections(props: { batch: string; notNow: Text | undefined }) {
  const [rows, { refetch }] = createKept(
    () => props.batch,
    async (batch) => (await answer(api.batches[':batch'].objections.$get({ param: { batch } }))).rows,
  )
  type Row = NonNullable<ReturnType<typeof rows>>[number]
  const [handling, setHandling] = createSignal<string | null>(null)
  const current = () => rows.latest?.find(({ id }) => id === handling())
  return (
    <Card title={t('objections')}>
      <Table
        caption={t('objections')}
        loading={rows.loading && !rows.latest}
        rows={rows.latest ?? []}
        id={(row) => row.id}
        empty={<EmptyState title={t('noObjections')} />}
        columns={[
          {
            key: 'by',
            title: t('by'),
            heading: true,
            cell: (row: Row) => (
              <span translate="no">
                {row.name}
                <small class="block font-normal text-soft">{row.unit}</small>
              </span>
            ),
          },
          {
            key: 'about',
            title: t('about'),
            cell: (row: Row) => (
              <span translate="no">
                {row.about?.title ?? row.receipt ?? '–'}
                <small class="block text-soft">{row.about?.unit}</small>
              </span>
            ),
          },
          { key: 'raised', title: t('raised'), cell: (row: Row) => moment(row.raisedAt) },
          { key: 'state', title: t('state'), cell: (row: Row) => <Badge tone={tones[row.state]}>{t(row.state)}</Badge> },
          {
            key: 'act',
            title: t('handle'),
            actions: true,
            cell: (row: Row) => (
              <Button small onClick={() => setHandling(row.id)}>
                {t('handle')}
                <AlsoSaid>{row.name}</AlsoSaid>
              </Button>
            ),
          },
        ]}
      />
      <Show when={current()}>
        {(row) => <Handling batch={props.batch} notNow={props.notNow} row={row()} onClose={() => setHandling(null)} onChanged={refetch} />}
      </Show>
    </Card>
  )
}

type Handled = {
  id: string
  notice: string
  text: string
  phone: string
  email: string
  state: 'open' | 'upheld' | 'dismissed'
  notes: { at: string; by: string; note: string }[]
  reason?: string
  submission?: string
  reopenedAt?: string
  about?: { title: string; category: string; unit: string }
}

function Handling(props: { batch: string; notNow: Text | undefined; row: Handled; onClose: () => void; onChanged: () => void }) {
  const [note, setNote] = createSignal('')
  const [outcome, setOutcome] = createSignal<'upheld' | 'dismissed' | null>(null)
  const [reason, setReason] = createSignal('')
  const [receipt, setReceipt] = createSignal('')
  const mayReopen = () => !props.notNow && props.row.state === 'upheld' && props.row.about !== undefined && !props.row.reopenedAt
  const act = actKey()
  const navigate = useNavigate()
  const reopen = async () => {
    const category = props.row.about?.category ?? ''
    const json = { notice: props.row.notice, objection: props.row.id, reason: reason().trim() }
    await answer(
      sheetApi.batches[':batch'].categories[':key'].sheet.reopen.$post(
        { param: { batch: props.batch, key: category }, json },
        act.options(),
      ),
    )
    act.done()
    navigate(`/batches/${props.batch}/decisions?category=${category}`)
  }
  const param = () => ({ batch: props.batch, notice: props.row.notice, objection: props.row.id })
  const addNote = async () => {
    try {
      await answer(api.batches[':batch'].objections[':notice'][':objection'].notes.$post({ param: param(), json: { note: note().trim() } }))
      setNote('')
      props.onChanged()
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('handleTitle')}
      action={mayReopen() ? t('reopen') : t('settle')}
      disabled={
        mayReopen()
          ? reason().trim().length < 2
          : props.notNow !== undefined || props.row.state !== 'open' || outcome() === null || reason().trim().length < 2
      }
      onConfirm={async () => {
        if (mayReopen()) return reopen()
        const chosen = outcome()
        if (!chosen) return
        await answer(
          api.batches[':batch'].objections[':notice'][':objection'].settle.$post({
            param: param(),
            json: {
              outcome: chosen,
              reason: reason().trim(),
              ...(chosen === 'upheld' && receipt().trim() && { receipt: receipt().trim() }),
            },
          }),
        )
        props.onChanged()
      }}
    >
      <p class="whitespace-pre-line" translate="no">
        {props.row.text}
      </p>
      <p class="text-soft" translate="no">
        {props.row.phone}
        {between}
        {props.row.email}
      </p>
      <h3>{t('record')}</h3>
      <ul class="flex flex-col gap-1">
        <For each={props.row.notes}>
          {(entry) => (
            <li>
              <span class="text-soft">{moment(entry.at)}</span> <span translate="no">{`${entry.by}：${entry.note}`}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.row.state === 'open' && props.notNow}>{(why) => <Banner>{inLanguage(why())}</Banner>}</Show>
      <Show
        when={props.row.state === 'open' && !props.notNow}
        fallback={
          <>
            <p translate="no">{props.row.reason}</p>
            <Show when={props.row.reopenedAt}>{(at) => <p class="text-soft">{t('reopenedAt', { time: moment(at()) })}</p>}</Show>
            <Show when={mayReopen()}>
              <p>{t('reopenBody')}</p>
              <TextArea label={t('reason')} required rows={3} max={2000} value={reason()} onInput={setReason} />
            </Show>
          </>
        }
      >
        <TextArea label={t('note')} rows={2} value={note()} onInput={setNote} />
        <Button small disabled={note().trim().length < 2} onClick={addNote}>
          {t('addNote')}
        </Button>
        <RadioGroup
          label={t('outcome')}
          required
          inline
          value={outcome()}
          options={[
            { value: 'dismissed', label: t('dismissed') },
            { value: 'upheld', label: t('upheld') },
          ]}
          onChange={setOutcome}
        />
        <Show when={outcome() === 'upheld' && !props.row.submission}>
          <TextField label={t('receipt')} help={t('receiptHelp')} value={receipt()} onInput={setReceipt} />
        </Show>
        <TextArea label={t('reason')} required rows={3} max={2000} value={reason()} onInput={setReason} />
      </Show>
    </ConfirmDialog>
  )
}
