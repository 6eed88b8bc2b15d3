import { useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { Text } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/reviews.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmailAddress } from '../../ui/email-address.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Table } from '../../ui/table.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { officeApi as api } from './office-api.ts'
import { Balancing, Inviting, Replacing } from './office-dialogs.tsx'

const states = { listed: 'listed', invited: 'invitedState', accepted: 'accepted', declined: 'declinedState' } as const
const tones = { listed: 'plain', invited: 'info', accepted: 'good', declined: 'bad' } as const

/** How the host runs the review of a batch: who takes part, who has how much, who is late, whose mail came back. */
export default function ReviewOffice() {
  const params = useParams<{ batch: string }>()
  const param = () => ({ batch: params.batch })
  const [wanted, setWanted] = createSignal(0)
  const [notNow, setNotNow] = createSignal<Text>()
  const [isOver, setOver] = createSignal(false)
  const [rows, { refetch }] = createKept(
    () => params.batch,
    async () => {
      const found = await answer(api.batches[':batch'].experts.$get({ param: param() }))
      setWanted(found.wanted)
      setNotNow(found.notNow)
      setOver(found.over)
      return found.rows
    },
  )
  /** A conflict that was declared leaves a place empty: the measure is what the batch asks for, not what is assigned at the moment. */
  const max = () =>
    Math.max(
      wanted(),
      total((row) => row.assigned),
    )
  type Row = NonNullable<ReturnType<typeof rows>>[number]
  const [dialog, setDialog] = createSignal<'invite' | 'balance' | 'remind' | null>(null)
  const [revoking, setRevoking] = createSignal<Row | null>(null)
  const [replacing, setReplacing] = createSignal<Row | null>(null)
  const [reason, setReason] = createSignal('')
  const total = (pick: (row: Row) => number) => (rows.latest ?? []).reduce((sum, row) => sum + pick(row), 0)
  const late = () =>
    (rows.latest ?? []).filter(
      (row) => !row.revokedAt && row.state !== 'declined' && (row.state === 'invited' || row.submitted < row.assigned),
    )
  const done = () => {
    setDialog(null)
    void refetch()
  }
  const again = async (row: Row) => {
    await answer(api.batches[':batch'].experts.$post({ param: param(), json: { experts: [row.expert] } }))
    toast(t('invitedCount', { count: 1 }))
    void refetch()
  }
  return (
    <>
      <HostedHeader
        batch={params.batch}
        title={t('review')}
        intro={t('reviewIntro')}
        actions={
          <>
            <Show when={!notNow()}>
              <Button kind="primary" onClick={() => setDialog('invite')}>
                {t('invite')}
              </Button>
              <Button onClick={() => setDialog('balance')}>{t('balanced')}</Button>
            </Show>
            <LinkButton href={`/batches/${params.batch}/board`}>{t('byHand')}</LinkButton>
            <Show when={late().length > 0 && !notNow()}>
              <Button onClick={() => setDialog('remind')}>{t('remind')}</Button>
            </Show>
          </>
        }
      />
      <NotNow why={notNow()} />
      <Card>
        <Progress
          label={t('progress')}
          value={total((row) => row.submitted)}
          max={max()}
          good={max() > 0 && total((row) => row.submitted) === max()}
        />
      </Card>
      <Table
        caption={t('review')}
        loading={rows.loading && !rows.latest}
        rows={rows.latest ?? []}
        id={(row) => row.expert}
        empty={<EmptyState title={t('noParticipants')}>{t('noParticipantsBody')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('name'),
            heading: true,
            cell: (row: Row) => (
              <span class="whole" translate="no">
                {row.name}
                <small class="block font-normal text-soft">
                  <EmailAddress of={row.email} />
                </small>
              </span>
            ),
          },
          { key: 'unit', title: t('unit'), cell: (row: Row) => <span translate="no">{row.unit.name}</span> },
          {
            key: 'answer',
            title: t('answer'),
            cell: (row: Row) => (
              <span class="flex flex-col items-start gap-1">
                <Badge tone={row.revokedAt ? 'warn' : tones[row.state]}>{row.revokedAt ? t('revoked') : t(states[row.state])}</Badge>
                <Show when={row.bounced}>
                  {(why) => (
                    <small class="text-bad">
                      {row.complained ? t('complainedBody') : t('bouncedBody')} <span translate="no">{why()}</span>
                    </small>
                  )}
                </Show>
                <Show when={row.declined}>
                  <small class="text-soft" translate="no">
                    {row.declined}
                  </small>
                </Show>
              </span>
            ),
          },
          {
            key: 'stage',
            title: t('stage'),
            cell: (row: Row) => (
              <span class="flex flex-col gap-1">
                <span>
                  <Badge tone={stageTones[stageOf(row)]}>{t(stageOf(row))}</Badge>
                </span>
                <Show when={row.assigned > 0}>
                  <progress
                    class="progress"
                    classList={{ 'progress-good': row.submitted === row.assigned }}
                    aria-label={t('progressOf', { name: row.name })}
                    translate="no"
                    value={row.submitted}
                    max={row.assigned}
                  />
                </Show>
                <Show when={row.remindedAt}>{(at) => <small class="text-soft">{t('remindedAt', { time: moment(at()) })}</small>}</Show>
              </span>
            ),
          },
          { key: 'assigned', title: t('assigned'), numeric: true, cell: (row: Row) => row.assigned },
          { key: 'done', title: t('done'), numeric: true, cell: (row: Row) => row.submitted },
          {
            key: 'act',
            title: t('again'),
            actions: true,
            cell: (row: Row) => (
              <span class="flex flex-wrap gap-2">
                <Show when={!notNow()}>
                  <Button small onClick={() => again(row)}>
                    {t('again')}
                    <AlsoSaid>{row.name}</AlsoSaid>
                  </Button>
                </Show>
                <Show when={row.assigned > row.submitted && !notNow()}>
                  <Button small kind="quiet" onClick={() => setReplacing(row)}>
                    {t('replace')}
                    <AlsoSaid>{row.name}</AlsoSaid>
                  </Button>
                </Show>
                {/* Links end with their batch. */}
                <Show when={!row.revokedAt && !isOver()}>
                  <Button small kind="quiet" onClick={() => setRevoking(row)}>
                    {t('revoke')}
                    <AlsoSaid>{row.name}</AlsoSaid>
                  </Button>
                </Show>
              </span>
            ),
          },
        ]}
      />
      <Show when={dialog() === 'invite'}>
        <Inviting
          batch={params.batch}
          present={(rows.latest ?? []).map(({ expert }) => expert)}
          onDone={done}
          onClose={() => setDialog(null)}
        />
      </Show>
      <Show when={dialog() === 'balance'}>
        <Balancing batch={params.batch} onDone={done} onClose={() => setDialog(null)} />
      </Show>
      <Show when={replacing()} keyed>
        {(row) => (
          <Replacing
            batch={params.batch}
            from={row}
            others={(rows.latest ?? []).filter((each) => each.expert !== row.expert && each.state !== 'declined' && !each.revokedAt)}
            onDone={() => void refetch()}
            onClose={() => setReplacing(null)}
          />
        )}
      </Show>
      <ConfirmDialog
        open={dialog() === 'remind'}
        onClose={() => setDialog(null)}
        title={t('remind')}
        action={t('remind')}
        onConfirm={async () => {
          const { reminded } = await answer(api.batches[':batch'].experts.remind.$post({ param: param(), json: {} }))
          toast(t('reminded', { count: reminded }))
          void refetch()
        }}
      >
        <p>{t('remindBody', { count: late().length })}</p>
        <ul class="list-disc pl-5" translate="no">
          <For each={late()}>{(row) => <li>{`${row.name} ${row.submitted}/${row.assigned}`}</li>}</For>
        </ul>
      </ConfirmDialog>
      <ConfirmDialog
        open={revoking() !== null}
        onClose={() => setRevoking(null)}
        title={t('revoke')}
        action={t('revoke')}
        danger
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          await answer(
            api.batches[':batch'].experts[':expert'].revoke.$post({
              param: { batch: params.batch, expert: revoking()?.expert ?? '' },
              json: { reason: reason().trim() },
            }),
          )
          void refetch()
        }}
      >
        <p>{t('revokeBody')}</p>
        <TextArea label={t('reason')} required rows={2} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </>
  )
}

type Standing = { state: keyof typeof states; assigned: number; submitted: number; openedAt?: string | undefined }
type Stage = 'neverOpened' | 'notBegun' | 'partly' | 'finished' | 'nothingYet'
const stageTones = { neverOpened: 'warn', notBegun: 'info', partly: 'info', finished: 'good', nothingYet: 'plain' } as const

/** How far an expert is, from the first look at the mail's link to the last review. */
function stageOf({ state, assigned, submitted, openedAt }: Standing): Stage {
  if (!openedAt && state !== 'accepted' && submitted === 0) return 'neverOpened'
  if (assigned === 0) return 'nothingYet'
  if (submitted === 0) return 'notBegun'
  return submitted < assigned ? 'partly' : 'finished'
}
