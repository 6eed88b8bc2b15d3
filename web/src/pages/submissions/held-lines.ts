import type { Held } from '../../forms/held.ts'
import { t } from '../../i18n/held.ts'
import { inLanguage } from '../../i18n/texts.ts'

const stopped = (state: string) => state === 'interrupted' || state === 'failed' || state === 'paused'

/** What only this device holds of a section, as sentences: answers and why they are not sent, files on their way, files that stopped. */
export function heldLines(held: Held, section: string): string[] {
  const text = held.text(section)
  const files = held.files(section)
  const names = (those: typeof files) => those.map(({ name }) => name).join(t('comma'))
  const still = files.filter(({ state }) => stopped(state))
  const turnedAway = files.filter(({ state }) => state === 'refused')
  const going = files.filter((file) => !still.includes(file) && !turnedAway.includes(file))
  return [
    ...(text ? [text.why === 'refused' ? t('refused', { problem: text.problem ? inLanguage(text.problem) : '' }) : t(text.why)] : []),
    ...(going.length > 0 ? [t('sending', { names: names(going) })] : []),
    ...(turnedAway.length > 0 ? [t('turnedAway', { names: names(turnedAway) })] : []),
    ...(still.length > 0 ? [t('stopped', { names: names(still) })] : []),
  ]
}
