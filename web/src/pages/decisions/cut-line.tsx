import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { cut } from '../../../../shared/decisions/ranking.ts'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/decisions.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { officeApi as api, type Line, type SheetPage } from './sheet-api.ts'

/**
 * The line where awards end, moved by a slider: with the mouse, a finger or the arrow keys. What would change is named before anything is drawn; only the
 * leading group's own word, with its reason, draws the line above the last place.
 */
export function CutLine(props: {
  page: SheetPage
  batch: string
  category: string
  onMoved: (line: number) => void
  onChanged: () => void
}) {
  const places = () => props.page.sheet.places ?? 0
  const drawn = () => props.page.sheet.line ?? places()
  const most = () => Math.min(places(), Math.max(1, props.page.rows.filter(({ score }) => score !== null).length))
  const [line, setLine] = createSignal(Math.min(drawn(), most()))
  const [asking, setAsking] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const act = actKey()
  createEffect(on(drawn, (now) => setLine(Math.min(now, most()))))
  createEffect(() => props.onMoved(line()))
  const above = (places: number) => new Set(cut(props.page.rows, places).above)
  const changes = createMemo(() => {
    const before = above(drawn())
    const after = above(line())
    return {
      out: props.page.rows.filter(({ submission }) => before.has(submission) && !after.has(submission)),
      into: props.page.rows.filter(({ submission }) => !before.has(submission) && after.has(submission)),
      tie: cut(props.page.rows, line()).tie.length,
    }
  })
  return (
    <div class="no-print">
      <Card title={t('line')}>
        <p class="mb-3 max-w-prose text-soft">{t('lineIntro', { places: places() })}</p>
        <label class="field-label" for="cut-line">
          {t('lineAt', { count: line() })}
        </label>
        <input
          id="cut-line"
          class="cut-slider"
          type="range"
          min="0"
          max={most()}
          step="1"
          value={line()}
          aria-valuetext={t('lineAt', { count: line() })}
          onInput={(event) => setLine(event.currentTarget.valueAsNumber)}
        />
        <div role="status" class="mt-3 flex flex-col gap-2">
          <Show when={changes().tie > 0}>
            <p class="text-warn">{t('lineTie', { count: changes().tie })}</p>
          </Show>
          <Show when={changes().out.length > 0}>
            <Named title={t('lineOut', { count: changes().out.length })} rows={changes().out} />
          </Show>
          <Show when={changes().into.length > 0}>
            <Named title={t('lineIn', { count: changes().into.length })} rows={changes().into} />
          </Show>
          <Show when={props.page.sheet.lineReason}>
            {(why) => (
              <p class="text-soft">
                {t('reason')}: <span translate="no">{why()}</span>
              </p>
            )}
          </Show>
        </div>
        <Show when={line() !== Math.min(drawn(), most())}>
          <p class="mt-3 flex flex-wrap gap-3">
            <Button kind="primary" onClick={() => setAsking(true)}>
              {t('lineDraw')}
            </Button>
            <Button onClick={() => setLine(Math.min(drawn(), most()))}>{t('lineBack')}</Button>
          </p>
        </Show>
        <ConfirmDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t('lineDraw')}
          action={t('lineDraw')}
          disabled={line() < most() && reason().trim().length < 2}
          onConfirm={async () => {
            // At the last line that has somebody to stand on it nobody is left out: that is the line of the places.
            const to = line() === most() ? places() : line()
            await answer(
              api.batches[':batch'].categories[':key'].sheet.line.$post(
                {
                  param: { batch: props.batch, key: props.category },
                  json: { line: to, ...(reason().trim() && { reason: reason().trim() }) },
                },
                act.options(),
              ),
            )
            act.done()
            setReason('')
            props.onChanged()
          }}
        >
          <p>{t('lineDrawBody', { count: line(), places: places() })}</p>
          <TextArea label={t('reason')} required={line() < most()} rows={3} max={2000} value={reason()} onInput={setReason} />
        </ConfirmDialog>
      </Card>
    </div>
  )
}

function Named(props: { title: string; rows: readonly Line[] }) {
  return (
    <div>
      <p class="font-semibold">{props.title}</p>
      <ul class="list-disc pl-5">
        <For each={props.rows.slice(0, 20)}>
          {(row) => (
            <li translate="no">
              {row.title} <span class="text-soft">{row.score?.toFixed(2)}</span>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
