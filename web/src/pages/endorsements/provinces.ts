import { begun, handedIn } from '../../../../shared/endorsements/progress.ts'
import { t } from '../../i18n/endorsements.ts'
import { number } from '../../i18n/numbers.ts'
import type { Tile } from '../../ui/tile-map.tsx'
import type { UnitProgress } from './endorsement-api.ts'

/** By where the units lie: how many are handed in of those begun. */
export function provincesOf(rows: readonly UnitProgress[]): Tile[] {
  const known = rows.filter(({ province }) => province !== undefined)
  return [...Map.groupBy(known, ({ province = '' }) => province)].map(([code, all]) => {
    const entered = all.reduce((sum, row) => sum + begun(row), 0)
    const done = all.reduce((sum, row) => sum + handedIn(row), 0)
    return {
      code,
      // Nothing of nothing is no fraction: nobody there has begun.
      value: entered > 0 ? `${done}/${entered}` : '0',
      share: entered > 0 ? done / entered : 0,
      note: t('handedInOf', { done: number(done), begun: number(entered), units: all.length }),
    }
  })
}
