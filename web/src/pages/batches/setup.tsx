import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, createSignal, lazy, Show, Suspense, untrack } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { Refused } from '../../data/refused.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { warnUnsaved } from '../../ui/unsaved.ts'
import { Basics } from './basics-setup.tsx'
import { api, type HostView, stateName, stateTone } from './batch-api.ts'
import { CategorySetup } from './category-setup.tsx'
import { Checklist } from './checklist.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { SettingsSetup } from './settings-setup.tsx'

const DateSetup = lazy(() => import('./date-setup.tsx'))
const RubricSetup = lazy(() => import('./rubric-setup.tsx'))
const MailSetup = lazy(() => import('./mail-setup.tsx'))

/** Everything a batch needs before it is opened, on one page, with what is still missing beside it. */
export default function Setup() {
  const dates = DateSetup.preload()
  const params = useParams<{ batch: string }>()
  const navigate = useNavigate()
  const [given, { refetch }] = createKept(
    () => params.batch,
    async (batch) => {
      const [read] = await Promise.all([answer(api.batches[':batch'].$get({ param: { batch } })), dates])
      return read as unknown as HostView
    },
  )
  const [asking, setAsking] = createSignal<'open' | 'discard' | null>(null)
  const [dirty, setDirty] = createSignal<ReadonlySet<string>>(new Set())
  const onDirty = (part: string, changed: boolean) => {
    if (dirty().has(part) === changed) return
    const next = new Set(dirty())
    if (changed) next.add(part)
    else next.delete(part)
    setDirty(next)
  }
  /** The batch as the parts were filled from it; what of it was saved since is as it was saved. */
  const [shown, setShown] = createSignal<HostView>()
  createEffect(() => {
    const latest = given.latest
    if (latest && untrack(() => dirty().size === 0 && shown()?.seq !== latest.seq)) setShown(latest)
  })
  /** What another has saved of the same part meanwhile, and the answer to whether one's own goes over it. */
  const [theirs, setTheirs] = createSignal<{ batch: HostView; decide: (over: boolean) => void } | null>(null)
  const goesOver = (batch: HostView) => new Promise<boolean>((decide) => setTheirs({ batch, decide })).finally(() => setTheirs(null))
  const save = async (json: Record<string, unknown>) => {
    let from = shown()?.seq
    for (;;) {
      try {
        await answer(api.batches[':batch'].$patch({ param: { batch: params.batch }, json: { ...json, from } }))
        const latest = await refetch()
        const known = shown()
        if (latest && known)
          // What others have saved beside it is not on the page: `seq` goes on only from what was.
          Object.assign(
            known,
            Object.fromEntries(Object.keys(json).map((key) => [key, latest[key as keyof HostView]])),
            from !== undefined && from === known.seq && { seq: from + 1 },
          )
        toast(t('saved'))
        return true
      } catch (error) {
        const now =
          error instanceof Refused && error.code === 'changed-meanwhile'
            ? (error.body.data as { batch: HostView } | undefined)?.batch
            : undefined
        if (!now) {
          toastError(error)
          return false
        }
        const same = (key: string) => JSON.stringify(now[key as keyof HostView]) === JSON.stringify(shown()?.[key as keyof HostView])
        if (!Object.keys(json).every(same) && !(await goesOver(now))) return false
        from = now.seq
      }
    }
  }
  warnUnsaved(
    () => dirty().size > 0,
    () => s('leaveUnsaved'),
  )
  const leave = (to: string) => {
    setDirty(new Set<string>())
    navigate(to)
  }
  return (
    <Known of={given.latest} fallback={<SkeletonRows rows={8} />}>
      {(batch) => (
        <>
          <HostedHeader
            batch={params.batch}
            known={batch()}
            title={batch().title}
            own
            state={<Badge tone={stateTone(batch().state)}>{stateName(batch().state)}</Badge>}
            intro={t('setupIntro')}
            actions={
              <>
                <Button kind="quiet" onClick={() => setAsking('discard')}>
                  {t('discard')}
                </Button>
                <Button
                  kind="primary"
                  disabled={batch().missing.length > 0 || dirty().size > 0 || batch().state !== 'draft'}
                  onClick={() => setAsking('open')}
                >
                  {t('openBatch')}
                </Button>
              </>
            }
          />
          <div class="setup-page">
            <Checklist batch={batch()} dirty={dirty()} />
            <div class="min-w-0">
              <Show when={shown()} keyed>
                {(_) => (
                  <>
                    <div id="basics" tabindex="-1">
                      <Basics batch={batch()} save={save} onDirty={onDirty} />
                    </div>
                    <div id="dates" tabindex="-1">
                      {/* Comes with the page, not after it: all that is below would move down. */}
                      <DateSetup batch={batch()} save={save} onDirty={onDirty} />
                    </div>
                    <div id="categories" tabindex="-1">
                      <CategorySetup batch={batch()} save={save} onDirty={onDirty} />
                    </div>
                    <div id="quotas" tabindex="-1">
                      <Card
                        title={t('quotas')}
                        actions={<LinkButton href={`/batches/${params.batch}/quotas`}>{t('openQuotas')}</LinkButton>}
                      >
                        <p class="text-soft">{t('quotasIntro')}</p>
                      </Card>
                    </div>
                    <div id="settings" tabindex="-1">
                      <SettingsSetup batch={batch()} save={save} onDirty={onDirty} />
                    </div>
                    <Show when={batch().stages.some(({ kind, on }) => kind === 'review' && on)}>
                      <div id="rubric" tabindex="-1">
                        <Suspense fallback={<SkeletonRows rows={6} />}>
                          <RubricSetup batch={batch()} save={save} onDirty={onDirty} />
                        </Suspense>
                      </div>
                    </Show>
                  </>
                )}
              </Show>
              <div id="mails" tabindex="-1">
                <Suspense fallback={<SkeletonRows rows={6} />}>
                  <MailSetup batch={params.batch} />
                </Suspense>
              </div>
            </div>
          </div>
          <ConfirmDialog
            open={theirs() !== null}
            onClose={() => theirs()?.decide(false)}
            title={s('changedTitle')}
            action={s('changedOver')}
            danger
            onConfirm={async () => theirs()?.decide(true)}
          >
            <p>{s('changedBody')}</p>
            <Button
              onClick={async () => {
                theirs()?.decide(false)
                const latest = await refetch()
                if (latest) setShown({ ...latest })
              }}
            >
              {s('changedTake')}
            </Button>
          </ConfirmDialog>
          <OpenDialog
            batch={batch()}
            open={asking() === 'open'}
            onClose={() => setAsking(null)}
            onDone={() => leave(`/batches/${params.batch}`)}
          />
          <ConfirmDialog
            open={asking() === 'discard'}
            onClose={() => setAsking(null)}
            title={t('discard')}
            action={t('discard')}
            danger
            onConfirm={async () => {
              await answer(api.batches[':batch'].$delete({ param: { batch: params.batch } }))
              leave('/batches')
            }}
          >
            <p>{t('discardBody')}</p>
          </ConfirmDialog>
        </>
      )}
    </Known>
  )
}
