import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { begun, handedIn, type Notable, share } from '../../../../shared/batches/completeness.ts'
import { t } from '../../i18n/host-desk.ts'
import { number } from '../../i18n/numbers.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { DeskUnits } from '../../ui/desk-units.tsx'
import type { CompletenessRow } from './batch-api.ts'

/** Where one can see to it. */
const pages: Record<Notable['kind'], string> = {
  unsent: 'live',
  silent: 'completeness?show=silent',
  returned: 'submissions?state=returned',
  waiting: 'completeness?sort=recommended&order=ascending',
  unscreened: 'submissions?state=recommended',
}

/** What is out of the ordinary in a batch that one hosts, each with the page where it can be seen to. */
export function DeskNotable(props: { batch: string; title: string; found: readonly Notable[] }) {
  return (
    <Show when={props.found.length > 0}>
      <ul class="flex flex-col gap-1">
        <For each={props.found}>
          {({ kind, count }) => (
            <li>
              <A href={`/batches/${props.batch}/${pages[kind]}`}>
                {t(`${kind}Now`, { count })}
                <AlsoSaid>{props.title}</AlsoSaid>
              </A>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** How far the units below are in a batch that one hosts. */
export function HostUnits(props: { batch: string; title: string; rows: readonly CompletenessRow[] }) {
  const page = () => `/batches/${props.batch}/completeness`
  const unitPage = ({ unit }: CompletenessRow) => `${page()}?unit=${unit.id}`
  const tiles = () =>
    props.rows.flatMap((row) =>
      row.province === undefined
        ? []
        : [
            {
              code: row.province,
              // Nothing of nothing is no fraction: nobody there has begun.
              value: begun(row) > 0 ? `${number(handedIn(row))}/${number(begun(row))}` : '0',
              share: Math.max(share(row), 0),
              href: unitPage(row),
            },
          ],
    )
  return (
    <DeskUnits
      title={props.title}
      units={props.rows.map((row) => ({
        name: row.unit.name,
        begun: begun(row),
        handedIn: handedIn(row),
        ...(row.further && { href: unitPage(row) }),
      }))}
      all={{ label: t('everyUnit'), href: page() }}
      map={{ caption: t('byProvince'), measure: t('measure'), tiles: tiles() }}
    />
  )
}
