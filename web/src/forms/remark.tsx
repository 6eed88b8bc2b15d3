import { onMount } from 'solid-js'
import { t } from '../i18n/remarks.ts'
import { Button } from '../ui/button.tsx'
import { focusField } from '../ui/focus-field.ts'
import { TextArea } from '../ui/text-field.tsx'
import type { Remarks } from './remarks.ts'

const idOf = (place: string) => `remark-${place.replace('.', '-')}`

/** Begins a comment about a place, or leads to the one that was begun. */
export function RemarkButton(props: { place: string; label: string; remarks: Remarks }) {
  const write = () => {
    if (props.remarks.of(props.place) === undefined) props.remarks.put(props.place, '')
    else focusField(idOf(props.place))
  }
  return (
    <Button kind="quiet" small aria-label={t('writeAbout', { about: props.label })} onClick={write}>
      {t('write')}
    </Button>
  )
}

/** A comment about a place while it is written. One that was just begun takes the focus. */
export function RemarkEditor(props: { place: string; label: string; remarks: Remarks }) {
  const text = () => props.remarks.of(props.place) ?? ''
  onMount(() => text() === '' && queueMicrotask(() => focusField(idOf(props.place))))
  return (
    <div class="remark no-print">
      <TextArea
        id={idOf(props.place)}
        label={t('about', { about: props.label })}
        unmarked
        rows={2}
        max={2000}
        value={text()}
        onInput={(value) => props.remarks.put(props.place, value)}
      />
      <Button
        kind="quiet"
        small
        aria-label={t('removeAbout', { about: props.label })}
        onClick={() => props.remarks.put(props.place, undefined)}
      >
        {t('remove')}
      </Button>
    </div>
  )
}
