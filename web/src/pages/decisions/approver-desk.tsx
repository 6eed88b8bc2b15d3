import { createSignal, Show } from 'solid-js'
import { grantsAwards } from '../../../../shared/decisions/granting.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { t } from '../../i18n/approval.ts'
import { moment } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import type { Opened } from '../../r/link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { ApprovalSheet } from './approval-sheet.tsx'
import { linkApi as api, type SheetPage, wholeSheet } from './sheet-api.ts'

/** What an approver is asked to confirm: how it came about, where it departs from the ranking, every line, then the decision; the same link shows it again later. */
export default function ApproverDesk(props: { opened: Opened }) {
  const param = () => ({ batch: props.opened.batch, key: props.opened.category ?? '' })
  const [page, { refetch }] = createKept(param, (asked) => wholeSheet(api, asked))
  return (
    <Known of={page.latest}>
      {(current) => (
        <>
          <PageHeader
            title={t(titles[standingOf(current())]) + t('of', { batch: props.opened.title, category: inLanguage(current().title) })}
            own
            intro={current().sheet.state === 'sent' ? t('intro') : undefined}
          />
          <State page={current()} />
          <ApprovalSheet page={current()} loading={page.loading} />
          <Show when={standingOf(current()) === 'sent'}>
            <Decide page={current()} param={param()} onDecided={refetch} />
          </Show>
        </>
      )}
    </Known>
  )
}

const titles = {
  sent: 'titleSent',
  approved: 'titleApproved',
  returned: 'titleReturned',
  withdrawn: 'titleWithdrawn',
  notNow: 'titleNotNow',
} as const

/** How a sheet stands for its approver: `sent` while it waits for a decision that can be taken now. */
function standingOf({ sheet, notNow }: SheetPage): keyof typeof titles {
  if (sheet.state === 'approved') return 'approved'
  if (sheet.state === 'sent') return notNow ? 'notNow' : 'sent'
  if (sheet.sentBack) return 'returned'
  return sheet.withdrawn ? 'withdrawn' : 'notNow'
}

function State(props: { page: SheetPage }) {
  const sheet = () => props.page.sheet
  return (
    <div class="mb-5">
      <Show when={sheet().state === 'approved'}>
        <Banner tone="good" title={t('thanks')}>
          <p>
            <Quoting text={t('approvedAt', { name: quoted(sheet().approver?.name ?? ''), time: moment(sheet().approvedAt ?? '') })} />
          </p>
          <p>{t('thanksBody')}</p>
        </Banner>
      </Show>
      <Show when={sheet().state === 'sent' && props.page.notNow}>{(why) => <Banner tone="warn">{inLanguage(why())}</Banner>}</Show>
      <Show when={sheet().state === 'open'}>
        <Banner tone="warn" title={t(sheet().sentBack ? 'returned' : sheet().withdrawn ? 'withdrawn' : 'notSent')}>
          <Show when={sheet().sentBack ?? sheet().withdrawn}>{(reason) => <p translate="no">{reason()}</p>}</Show>
          <p>{t('notSentBody')}</p>
        </Banner>
      </Show>
    </div>
  )
}

function Decide(props: { page: SheetPage; param: { batch: string; key: string }; onDecided: () => unknown }) {
  const [approving, setApproving] = createSignal(false)
  const [returning, setReturning] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const act = actKey()
  const sheet = api.batches[':batch'].categories[':key'].sheet
  return (
    <>
      <div class="decide-bar no-print">
        <Button kind="primary" onClick={() => setApproving(true)}>
          {t('approve')}
        </Button>
        <Button onClick={() => setReturning(true)}>{t('sendBack')}</Button>
      </div>
      <ConfirmDialog
        open={approving()}
        onClose={() => setApproving(false)}
        title={t('approve')}
        action={t('approve')}
        onConfirm={async () => {
          await answer(sheet.approve.$post({ param: props.param, json: { sha256: props.page.sheet.sha256 ?? '' } }, act.options()))
          act.done()
          await props.onDecided()
        }}
      >
        <p>
          {t(grantsAwards(props.page.sheet.outcomes) ? 'approveBody' : 'approveResults', {
            total: props.page.total,
            awarded: props.page.awarded,
          })}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={returning()}
        onClose={() => setReturning(false)}
        title={t('sendBack')}
        action={t('sendBack')}
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          await answer(sheet['send-back'].$post({ param: props.param, json: { reason: reason().trim() } }))
          await props.onDecided()
        }}
      >
        <p>{t('sendBackBody')}</p>
        <TextArea label={t('reason')} required rows={3} max={2000} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </>
  )
}
