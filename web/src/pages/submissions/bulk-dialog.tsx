import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { actKey } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/bulk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { t as ui } from '../../i18n/ui.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { tell } from './as-told.ts'
import { atOnce, nothing, partsOf, type Said, takenBy, together } from './in-parts.ts'

type Key = ReturnType<ReturnType<typeof actKey>['options']>
/** A part of those chosen: to be looked at, with the places that the parts before would take, or to be done. */
export type Part = { submissions: string[]; taken?: Record<string, number>; key?: Key }

/**
 * Does the same to any number of rows, part by part: says beforehand what it would come to, how far it is meanwhile, and afterwards which rows were refused and why.
 * What the network breaks off goes on where it stopped.
 */
export function BulkDialog(props: {
  ids: string[]
  /** How a row is called in the list. */
  name: (id: string) => string
  category?: (key: string) => string
  title: string
  action: string
  danger?: boolean
  /** What has to be said of them is said. */
  ready: boolean
  /** What else a preview depends on; undefined while there is nothing yet to look at. */
  about?: () => unknown
  send: (part: Part) => Promise<Omit<Said, 'places'> & Partial<Pick<Said, 'places'>>>
  onClose: () => void
  onDone: () => void
  children?: JSX.Element
}) {
  const parts = partsOf(props.ids).map((submissions) => ({ submissions, act: actKey() }))
  let left = false
  const [seen, setSeen] = createSignal(0)
  let looks = 0
  const [preview, { refetch }] = createResource(
    () => ({ about: props.about ? props.about() : null }),
    async ({ about }) => {
      const mine = ++looks
      if (about === undefined) return undefined
      let so = nothing
      for (const { submissions } of parts) {
        // Left, or looked at anew because something else is to be said: nobody waits for the rest of this look.
        if (left || mine !== looks) break
        setSeen(so.rows.length)
        so = together(so, { places: [], ...(await props.send({ submissions, taken: takenBy(so) })) })
      }
      return so
    },
  )
  const looked = () => (preview.error ? undefined : preview.latest)
  const reasons = () => {
    const refused = (looked()?.rows ?? []).flatMap((row) => (row.ok ? [] : [inLanguage(row)]))
    return [...Map.groupBy(refused, (why) => why)].map(([why, all]) => ({ why, count: all.length }))
  }
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  const [said, setSaid] = createSignal(nothing)
  const [over, setOver] = createSignal(false)
  const failed = () => said().rows.flatMap((row) => (row.ok ? [] : [row]))
  let next = 0
  const leave = () => {
    left = true
    if (!busy() && said().rows.length > 0) props.onDone()
    props.onClose()
  }
  const act = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      for (let part = parts[next]; part && !left; part = parts[++next]) {
        const came = await props.send({ submissions: part.submissions, key: part.act.options() })
        tell(came.rows)
        setSaid((so) => together(so, { ...came, places: [] }))
      }
    } catch (error) {
      if (!left) return setProblem(error)
    } finally {
      setBusy(false)
    }
    if (said().done > 0) toast(t('did', { act: props.action, count: said().done }))
    if (left) return props.onDone()
    if (failed().length === 0) return leave()
    setOver(true)
  }
  return (
    <Dialog
      open
      onClose={leave}
      title={props.title}
      foot={
        <Show
          when={!over()}
          fallback={
            <Button kind="primary" onClick={leave}>
              {ui('close')}
            </Button>
          }
        >
          <Button onClick={leave}>{ui('cancel')}</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            busy={busy()}
            disabled={preview.loading || (looked()?.done ?? 0) === 0 || !props.ready}
            onClick={act}
          >
            {props.action}
          </Button>
        </Show>
      }
    >
      <div class="flex flex-col gap-4">
        <Show
          when={!over()}
          fallback={
            <Banner tone="warn" title={t('failed', { count: failed().length })}>
              <ul class="list-disc pl-5">
                <For each={failed()}>
                  {(row) => (
                    <li>
                      <span translate="no">{props.name(row.id)}</span>
                      {between}
                      {inLanguage(row)}
                    </li>
                  )}
                </For>
              </ul>
            </Banner>
          }
        >
          <Show when={preview.error}>
            {(error) => (
              <Banner
                tone="bad"
                actions={
                  <Button small onClick={() => void refetch()}>
                    {t('lookAgain')}
                  </Button>
                }
              >
                {sentenceOf(error())}
              </Banner>
            )}
          </Show>
          <Show when={preview.loading && !looked()}>
            <Show when={props.ids.length > atOnce} fallback={<p role="status">{t('looking')}</p>}>
              <Progress label={t('lookingAt')} value={seen()} max={props.ids.length} />
            </Show>
          </Show>
          <Show when={looked()}>
            {(found) => (
              <div role="status" class="flex flex-col gap-3">
                <p class="font-semibold">
                  {found().done > 0 ? t('effect', { act: props.action, done: found().done }) : t('effectNone', { act: props.action })}
                </p>
                <For each={found().places}>
                  {(place) => (
                    <p class="tabular-nums">
                      {t('effectPlaces', {
                        category: props.category?.(place.category) ?? place.category,
                        limit: place.limit,
                        before: place.before,
                        after: place.after,
                      })}
                    </p>
                  )}
                </For>
                <Show when={found().refused > 0}>
                  <Banner tone="warn" title={t('refused', { count: found().refused })}>
                    <ul class="list-disc pl-5">
                      <For each={reasons()}>
                        {({ why, count }) => (
                          <li>
                            {why} <span class="tabular-nums">× {count}</span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </Banner>
                </Show>
              </div>
            )}
          </Show>
          {props.children}
          <Show when={parts.length > 1 && (busy() || said().rows.length > 0)}>
            <Progress label={t('working')} value={said().rows.length} max={props.ids.length} />
            <p class="text-soft">{t('stays')}</p>
          </Show>
          <Show when={problem()}>
            {(error) => (
              <Banner tone="bad" {...(said().done > 0 && { title: t('goOn', { count: said().done }) })}>
                {sentenceOf(error())}
              </Banner>
            )}
          </Show>
        </Show>
      </div>
    </Dialog>
  )
}
