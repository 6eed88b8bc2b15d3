import { createSignal, For, Show } from 'solid-js'
import { mayTake } from '../../../../shared/reviews/board.ts'
import { between } from '../../../../shared/text.ts'
import { t } from '../../i18n/board.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { fittingUnits } from '../../ui/fitting-units.ts'
import { type FoundPerson, PersonPicker } from '../../ui/person-picker.tsx'
import type { Board, BoardExpert, BoardRow } from './board-state.ts'

/** One expert for a submission, found by name, unit or pinyin; who must not review it is named with the reason. */
export function AssignByName(props: { board: Board; row: BoardRow; experts: readonly BoardExpert[]; onClose: () => void }) {
  const [chosen, setChosen] = createSignal<FoundPerson | null>(null)
  const able = () => props.experts.filter((expert) => mayTake(props.board.seat(expert, props.row)))
  const barred = () => props.experts.filter((expert) => ['own-unit', 'declared', 'away'].includes(props.board.seat(expert, props.row)))
  const search = async (words: string): Promise<FoundPerson[]> => {
    const named = able().flatMap(({ expert, name, unit }) => [
      { id: expert, name },
      { id: expert, name: unit.name },
    ])
    const ids = new Set((await fittingUnits(named, words)).map(({ id }) => id))
    return able()
      .filter(({ expert }) => ids.has(expert))
      .map(({ expert, name, unit, assigned }) => ({ id: expert, name, unit: `${unit.name} · ${t('expertNote', { assigned })}` }))
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('assignTitle')}
      action={t('assign')}
      disabled={chosen() === null}
      onConfirm={async () => {
        const to = props.experts.find(({ expert }) => expert === chosen()?.id)
        if (to) await props.board.change({ submission: props.row, to })
      }}
    >
      <p class="font-semibold" translate="no">
        {props.row.title}
      </p>
      <PersonPicker label={t('expert')} help={t('expertHelp')} unmarked value={chosen()} onChange={setChosen} search={search} />
      <Show when={barred().length > 0}>
        <div class="text-soft">
          <p>{t('barred')}</p>
          <ul class="list-disc pl-5">
            <For each={barred()}>
              {(expert) => (
                <li>
                  <span translate="no">{expert.name}</span>
                  {between}
                  {t(props.board.seat(expert, props.row))}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </ConfirmDialog>
  )
}
