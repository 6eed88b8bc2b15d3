import { begun } from '../../shared/endorsements/progress.ts'
import { standingKeys, standings } from '../../shared/endorsements/standing.ts'
import type { Language } from '../../shared/text.ts'
import { excelBody } from '../documents/excel/answer.ts'
import type { TableColumn } from '../documents/excel/write.ts'
import type { UnitStandings } from './standings.ts'

/** How far the units below are, as it is shown: a line for each unit. */
export const excelOfStandings = (rows: readonly UnitStandings[], language: Language): Promise<ArrayBuffer> =>
  excelBody<UnitStandings>(
    [
      { heading: { zh: '单位', en: 'Unit' }, width: 32, value: ({ from }) => from.name },
      { heading: { zh: '已开始', en: 'Started' }, width: 10, decimals: 0, value: begun },
      ...standingKeys.map(
        (key): TableColumn<UnitStandings> => ({
          heading: standings[key],
          width: 16,
          decimals: 0,
          value: ({ standings: each }) => each[key] ?? 0,
        }),
      ),
    ],
    rows,
    language,
  )
