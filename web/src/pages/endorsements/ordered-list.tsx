import { useParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { holds } from '../../data/session.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { batchOf, categoryTitle } from '../submissions/submission-api.ts'
import { type ListNamed, listOf, myUnit, units } from './endorsement-api.ts'
import { HandingUp } from './handing-up.tsx'
import { Ordering } from './ordering.tsx'

/** A unit's list in a category: in order, printed, stamped, confirmed. The host reads it too, and may give a confirmed one back. */
export default function OrderedList() {
  const params = useParams<{ batch: string; key: string; organisation?: string }>()
  const named = (): ListNamed => ({ batch: params.batch, organisation: params.organisation ?? myUnit(), key: params.key })
  const own = () => named().organisation === myUnit()
  const [batch] = createResource(() => params.batch, batchOf)
  const [list, { refetch }] = createResource(named, listOf)
  const [reopening, setReopening] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const frozen = () => list.latest?.confirmedAt !== undefined
  return (
    <Show when={batch.latest && list.latest}>
      {(found) => (
        <>
          <PageHeader
            title={`${t('ordered')} · ${categoryTitle(batch.latest, params.key)}`}
            crumbs={
              own()
                ? [
                    { label: t('recommending'), href: '/recommending' },
                    { label: batch.latest?.title ?? '', href: `/batches/${params.batch}/list` },
                  ]
                : [{ label: batch.latest?.title ?? '', href: `/batches/${params.batch}` }]
            }
            state={<Badge tone={frozen() ? 'good' : 'plain'}>{frozen() ? t('confirmed') : t('notConfirmed')}</Badge>}
            intro={own() && !frozen() ? t('orderedIntro') : undefined}
          />
          <Show when={found().confirmedAt}>
            {(at) => (
              <Banner
                tone="good"
                actions={
                  <Show when={!own() && holds('administrator')}>
                    <Button onClick={() => setReopening(true)}>{t('reopen')}</Button>
                  </Show>
                }
              >
                {t('confirmedAt', { time: moment(at()) })}
              </Banner>
            )}
          </Show>
          <Card>
            <Progress
              label={categoryTitle(batch.latest, params.key)}
              value={found().limit === undefined ? 0 : found().used}
              max={found().limit ?? 1}
              good={found().limit !== undefined && found().used >= (found().limit ?? 0)}
              note={
                found().limit === undefined
                  ? t('placesFree', { used: found().used })
                  : t('placesOf', { used: found().used, limit: found().limit ?? 0 })
              }
            />
          </Card>
          <Show when={found().items.length > 0} fallback={<EmptyState title={t('orderedNone')}>{t('orderedNoneBody')}</EmptyState>}>
            <Ordering named={named()} items={found().items} fixed={frozen() || !own()} onSaved={refetch} />
            <HandingUp named={named()} list={found()} own={own()} onChanged={refetch} />
          </Show>
          <ConfirmDialog
            open={reopening()}
            onClose={() => setReopening(false)}
            title={t('reopenTitle')}
            action={t('reopen')}
            danger
            disabled={reason().trim().length < 2}
            onConfirm={async () => {
              await answer(units.lists[':key'].reopen.$post({ param: named(), json: { reason: reason().trim() } }))
              toast(t('reopened'))
              void refetch()
            }}
          >
            <p>{t('reopenBody')}</p>
            <TextArea label={t('reason')} required rows={3} max={1000} value={reason()} onInput={setReason} />
          </ConfirmDialog>
        </>
      )}
    </Show>
  )
}
