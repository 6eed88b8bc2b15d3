import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { holds } from '../../data/session.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { batchOf, categoryTitle } from '../submissions/submission-api.ts'
import { type ListNamed, listOf, myUnit, units } from './endorsement-api.ts'
import { HandingUp } from './handing-up.tsx'
import { Ordering } from './ordering.tsx'
import { UnitHeader } from './unit-header.tsx'

/** A unit's list in a category: in order, printed, stamped, confirmed. The host reads it too, and may give a confirmed one back. */
export default function OrderedList() {
  const params = useParams<{ batch: string; key: string; organisation?: string }>()
  const named = (): ListNamed => ({ batch: params.batch, organisation: params.organisation ?? myUnit(), key: params.key })
  const own = () => named().organisation === myUnit()
  const [given, { refetch }] = createKept(named, async (asked) => {
    const [batch, list] = await Promise.all([batchOf(asked.batch), listOf(asked)])
    return { batch, list }
  })
  const [reopening, setReopening] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const frozen = () => given.latest?.list.confirmedAt !== undefined
  /** Its own unit works on it, while anything is done in the batch. */
  const changes = () => own() && !given.latest?.batch.notNow
  const title = () => [t('ordered'), categoryTitle(given.latest?.batch, params.key)].join(between)
  return (
    <Known of={given.latest}>
      {(found) => (
        <>
          <Show
            when={own()}
            fallback={
              <HostedHeader
                batch={params.batch}
                known={found().batch}
                within="submissions"
                title={title()}
                state={<Confirmed yes={frozen()} />}
                intro={<span translate="no">{found().list.unitName}</span>}
              />
            }
          >
            <UnitHeader
              batch={params.batch}
              called={found().batch.title}
              within="/list"
              title={title()}
              state={<Confirmed yes={frozen()} />}
              intro={frozen() ? undefined : <span class="no-print">{t('orderedIntro')}</span>}
            />
          </Show>
          <NotNow why={found().batch.notNow} />
          <Show when={found().list.confirmedAt}>
            {(at) => (
              <Banner
                tone="good"
                actions={
                  <Show when={!own() && holds('administrator') && !found().batch.notNow}>
                    <Button onClick={() => setReopening(true)}>{t('reopen')}</Button>
                  </Show>
                }
              >
                {t('confirmedAt', { time: moment(at()) })}
              </Banner>
            )}
          </Show>
          <Card screenOnly>
            <Progress
              label={categoryTitle(found().batch, params.key)}
              value={found().list.limit === undefined ? 0 : found().list.used}
              max={found().list.limit ?? 1}
              good={found().list.limit !== undefined && found().list.used >= (found().list.limit ?? 0)}
              note={
                found().list.limit === undefined
                  ? t('placesFree', { used: found().list.used })
                  : t('placesOf', { used: found().list.used, limit: found().list.limit ?? 0 })
              }
            />
          </Card>
          <Show when={found().list.items.length > 0} fallback={<EmptyState title={t('orderedNone')}>{t('orderedNoneBody')}</EmptyState>}>
            <Ordering
              named={named()}
              items={found().list.items}
              sha256={found().list.sha256}
              fixed={frozen() || !changes()}
              onSaved={refetch}
            />
            <HandingUp named={named()} list={found().list} own={changes()} onChanged={refetch} />
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
              setReason('')
              toast(t('reopened'))
              void refetch()
            }}
          >
            <p>{t('reopenBody')}</p>
            <TextArea label={t('reason')} required rows={3} max={1000} value={reason()} onInput={setReason} />
          </ConfirmDialog>
        </>
      )}
    </Known>
  )
}

const Confirmed = (props: { yes: boolean }) => (
  <Badge tone={props.yes ? 'good' : 'plain'}>{props.yes ? t('confirmed') : t('notConfirmed')}</Badge>
)
