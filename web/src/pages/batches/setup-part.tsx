import { createEffect, createSignal, Show } from 'solid-js'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { Button } from '../../ui/button.tsx'
import type { HostView } from './batch-api.ts'

export type SetupPart = {
  batch: HostView
  /** Saves a part of the configuration; false when it was refused, which has been said. */
  save: (json: Record<string, unknown>) => Promise<boolean>
  onDirty: (part: string, dirty: boolean) => void
}

/**
 * A part of the setup that is saved by itself: whether it differs from what is saved, and the saving. What was asked for before the press that saves it, and is still
 * on its way, is saved with it: `coming` says when it is there, or false when it could not be had, which has been said.
 */
export function createPart(
  props: SetupPart,
  name: string,
  value: () => Record<string, unknown>,
  coming: () => Promise<boolean> | undefined = () => undefined,
) {
  const [saved, setSaved] = createSignal(JSON.stringify(value()))
  const [busy, setBusy] = createSignal(false)
  const dirty = () => JSON.stringify(value()) !== saved()
  createEffect(() => props.onDirty(name, dirty()))
  const save = async () => {
    setBusy(true)
    if ((await coming()) ?? true) {
      const sent = value()
      if (await props.save(sent)) setSaved(JSON.stringify(sent))
    }
    setBusy(false)
  }
  /** What is shown is what is saved. */
  const keep = () => setSaved(JSON.stringify(value()))
  return { dirty, busy, save, keep }
}

export function SavePart(props: { part: ReturnType<typeof createPart>; name: string; disabled?: boolean }) {
  return (
    <div class="mt-5 flex flex-wrap items-center gap-3">
      <Button
        kind={props.part.dirty() ? 'primary' : 'secondary'}
        busy={props.part.busy()}
        disabled={props.disabled}
        onClick={props.part.save}
      >
        {t('save')}
        <span class="sr-only"> {props.name}</span>
      </Button>
      <Show when={props.part.dirty()}>
        <span class="text-warn" role="status">
          {s('unsaved')}
        </span>
      </Show>
    </div>
  )
}
