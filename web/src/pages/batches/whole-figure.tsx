import { t } from '../../i18n/batches.ts'
import { NumberField } from '../../ui/number-field.tsx'

/** What stands in the field of a figure: as typed where it is no number, null where it is empty. */
export type Typed = number | string | null

/** Whether it says how many of something there are: a whole number, at least one. */
export const isWhole = (typed: Typed): typed is number => typeof typed === 'number' && Number.isInteger(typed) && typed > 0

/** How many of something a batch has. What is no such number stays in the field as it was typed, which says so. */
export function WholeFigure(props: { id: string; label: string; value: Typed; onInput: (typed: Typed) => void }) {
  const problem = () => (isWhole(props.value) ? undefined : t(props.value === null ? 'figureMissing' : 'figureUnread'))
  return <NumberField id={props.id} label={props.label} unmarked required problem={problem()} value={props.value} onInput={props.onInput} />
}
