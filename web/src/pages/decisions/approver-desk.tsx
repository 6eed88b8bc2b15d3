import { createResource, createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/decisions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { Opened } from '../../r/link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, Facts, PageHeader } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { Lines } from './lines.tsx'
import { linkApi as api, type Line, type SheetPage } from './sheet-api.ts'

/** What an approver is asked to confirm: everything on one page, then one button; the same link shows it again later. */
export default function ApproverDesk(props: { opened: Opened }) {
  const param = () => ({ batch: props.opened.batch, key: props.opened.category ?? '' })
  const [rows, setRows] = createSignal<Line[]>([])
  const load = (from: number) =>
    answer(
      api.batches[':batch'].categories[':key'].sheet.$get({ param: param(), query: { from: String(from), limit: '200' } }),
    ) as Promise<SheetPage>
  const [page, { refetch }] = createResource(param, async () => {
    const first = await load(0)
    setRows(first.rows)
    return first
  })
  const [approving, setApproving] = createSignal(false)
  const [returning, setReturning] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const act = actKey()
  return (
    <>
      <PageHeader title={t('approveTitle', { batch: props.opened.title })} intro={t('approveIntro')} />
      <Show when={page.latest}>
        {(current) => (
          <>
            <Card
              title={inLanguage(current().title)}
              actions={
                <Show when={current().sheet.state === 'sent'}>
                  <span class="flex flex-wrap gap-3">
                    <Button onClick={() => setReturning(true)}>{t('sendBack')}</Button>
                    <Button kind="primary" onClick={() => setApproving(true)}>
                      {t('approve')}
                    </Button>
                  </span>
                </Show>
              }
            >
              <Show when={current().sheet.state === 'approved'}>
                <Banner tone="good" title={t('thanks')}>
                  {t('thanksBody')}{' '}
                  {t('approvedAt', { name: current().sheet.approver?.name ?? '', time: moment(current().sheet.approvedAt ?? '') })}
                </Banner>
              </Show>
              <Show when={current().sheet.state === 'open'}>
                <Banner tone="warn">{t('notSent')}</Banner>
              </Show>
              <Facts
                facts={[
                  { key: 'places', label: t('places'), value: current().sheet.places ?? '–' },
                  { key: 'awarded', label: t('awarded'), value: current().awarded },
                  { key: 'sha', label: t('fingerprint'), value: <code class="break-all text-sm">{current().sheet.sha256}</code> },
                ]}
              />
            </Card>
            <Lines
              page={current()}
              rows={rows()}
              onMore={async () => setRows([...rows(), ...(await load(rows().length)).rows])}
              loading={page.loading}
            />
            <ConfirmDialog
              open={approving()}
              onClose={() => setApproving(false)}
              title={t('approve')}
              action={t('approve')}
              onConfirm={async () => {
                await answer(
                  api.batches[':batch'].categories[':key'].sheet.approve.$post(
                    { param: param(), json: { sha256: current().sheet.sha256 ?? '' } },
                    act.options(),
                  ),
                )
                act.done()
                await refetch()
              }}
            >
              <p>{t('approveBody', { total: current().total, awarded: current().awarded })}</p>
            </ConfirmDialog>
            <ConfirmDialog
              open={returning()}
              onClose={() => setReturning(false)}
              title={t('sendBack')}
              action={t('sendBack')}
              disabled={reason().trim().length < 2}
              onConfirm={async () => {
                await answer(
                  api.batches[':batch'].categories[':key'].sheet['send-back'].$post({ param: param(), json: { reason: reason().trim() } }),
                )
                await refetch()
              }}
            >
              <p>{t('sendBackBody')}</p>
              <TextArea label={t('reason')} required rows={3} value={reason()} onInput={setReason} />
            </ConfirmDialog>
          </>
        )}
      </Show>
    </>
  )
}
