import { type StandingKey, type Standings, standingKeys, standings } from '../../../../shared/endorsements/standing.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { type Part, StackedBar } from '../../ui/stacked-bar.tsx'

const tones: Record<StandingKey, Part['tone']> = {
  writing: 'plain',
  returned: 'warn',
  below: 'plain',
  here: 'info',
  recommended: 'good',
  declined: 'bad',
}

/** All lines added up. */
export function summed(rows: readonly { standings: Standings }[]): Standings {
  const total: Standings = {}
  for (const { standings: each } of rows) for (const key of standingKeys) if (each[key]) total[key] = (total[key] ?? 0) + each[key]
  return total
}

/** How what comes from below stands with a unit. */
export function StandingBar(props: { label: string; standings: Standings; words?: boolean }) {
  const parts = () =>
    standingKeys.map((key) => ({ key, label: inLanguage(standings[key]), value: props.standings[key] ?? 0, tone: tones[key] }))
  return <StackedBar label={props.label} parts={parts()} none={t('barNone')} {...(props.words !== undefined && { words: props.words })} />
}
