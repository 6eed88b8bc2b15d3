import type { Column } from '../../../shared/forms/schema.ts'
import { inLanguage } from '../i18n/texts.ts'
import { t } from '../i18n/ui.ts'

/** The heading of a column, with its unit. */
export function columnTitle(column: Column): string {
  const label = inLanguage(column.label)
  if (column.kind === 'number' && column.unit) return `${label} (${inLanguage(column.unit)})`
  return column.kind === 'money' ? `${label} (${t(column.unit)})` : label
}
