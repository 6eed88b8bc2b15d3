import { createMemo, createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { whole } from '../../../../shared/submissions/comments.ts'
import { actKey, answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { proposedUntil } from './correction.ts'
import { type BulkAct, myUnit, units } from './endorsement-api.ts'

/** Says the same of several submissions, after showing what that would do to them and to the places. */
export function Bulk(props: {
  batch: string
  act: BulkAct
  ids: string[]
  title: (category: string) => string
  stages: Parameters<typeof proposedUntil>[0]
  onClose: () => void
  onDone: () => void
}) {
  const [text, setText] = createSignal(props.act === 'recommend' ? t('opinionDraft') : '')
  const [until, setUntil] = createSignal<string | null>(proposedUntil(props.stages, me()?.active?.organisation.kind, Date.now()))
  const act = actKey()
  const post = (dryRun: boolean) => {
    const said = dryRun ? t('opinionDraft') : text().trim()
    const json = {
      recommend: { action: 'recommend' as const, opinion: said },
      giveBack: { action: 'return' as const, comments: { [whole]: said }, until: until() ?? new Date().toISOString() },
      decline: { action: 'decline' as const, reason: said },
      undo: { action: 'undo' as const, reason: said },
      remind: { action: 'remind' as const },
    }[props.act]
    return answer(
      units.bulk.$post(
        { param: { batch: props.batch, organisation: myUnit() }, json: { ...json, submissions: props.ids, dryRun } },
        ...(dryRun ? [] : [act.options()]),
      ),
    )
  }
  const [preview] = createResource(until, () => post(true))
  const reasons = createMemo(() => {
    const refused = (preview.latest?.rows ?? []).flatMap((row) => (row.ok ? [] : [inLanguage(row)]))
    return [...Map.groupBy(refused, (why) => why)].map(([why, all]) => ({ why, count: all.length }))
  })
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t(`${props.act}Title`)}
      action={t(props.act)}
      danger={props.act === 'decline'}
      disabled={(preview.latest?.done ?? 0) === 0 || (props.act !== 'remind' && text().trim().length < 2)}
      onConfirm={async () => {
        const { done, refused } = await post(false)
        act.done()
        toast(t('did', { act: t(props.act), count: done }))
        if (refused > 0) toast(t('didRefused', { count: refused }), 'bad')
        props.onDone()
      }}
    >
      <Show when={preview.latest} fallback={<p role="status">{t('looking')}</p>}>
        {(found) => (
          <div role="status" class="flex flex-col gap-3">
            <p class="font-semibold">
              {found().done > 0 ? t('effect', { act: t(props.act), done: found().done }) : t('effectNone', { act: t(props.act) })}
            </p>
            <For each={found().places}>
              {(place) => (
                <p class="tabular-nums">
                  {t('effectPlaces', {
                    category: props.title(place.category),
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
      <Switch>
        <Match when={props.act === 'remind'}>
          <p class="text-soft">{t('remindHelp')}</p>
        </Match>
        <Match when={props.act === 'recommend'}>
          <TextArea label={t('opinion')} help={t('opinionHelp')} required rows={3} value={text()} onInput={setText} />
        </Match>
        <Match when={props.act === 'giveBack'}>
          <TextArea label={t('general')} help={t('reasonHelp')} required rows={4} value={text()} onInput={setText} />
          <MomentField label={t('until')} help={t('untilHelp')} required end value={until()} onInput={setUntil} />
        </Match>
        <Match when={props.act === 'decline' || props.act === 'undo'}>
          <TextArea
            label={t('reason')}
            help={props.act === 'undo' ? t('undoHelp') : t('reasonHelp')}
            required
            rows={3}
            max={1000}
            value={text()}
            onInput={setText}
          />
        </Match>
      </Switch>
    </ConfirmDialog>
  )
}
