import { type ListedState, listedStates, submissionStates } from '../../../../shared/submissions/states.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { type Part, StackedBar } from '../../ui/stacked-bar.tsx'
import { tones } from '../submissions/submission-api.ts'

/** As everywhere, but what nobody has handed in yet is no news. */
const toneOf = (state: ListedState): Part['tone'] => (state === 'draft' ? 'plain' : tones[state])

/** How many submissions of a batch are in which state, as a bar and in words. */
export function StateBar(props: { label: string; totals: Readonly<Record<string, number>>; none: string }) {
  return (
    <StackedBar
      label={props.label}
      none={props.none}
      parts={listedStates.map((key) => ({
        key,
        label: inLanguage(submissionStates[key]),
        value: props.totals[key] ?? 0,
        tone: toneOf(key),
      }))}
    />
  )
}
