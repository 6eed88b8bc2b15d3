/** Dates as forms hold them: `2024-09-08`, `2024-09` or `2024`, by the field's precision. They sort as text. */
export type Precision = 'day' | 'month' | 'year'
const shapes = { day: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ } as const satisfies Record<Precision, RegExp>

/** Whether a text is a date of this precision that exists in the calendar, between the years 1800 and 2199. */
export function isDate(text: string, precision: Precision): boolean {
  if (!shapes[precision].test(text)) return false
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1800 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A date cut to the precision it is compared at. */
export const cutTo = (date: string, precision: Precision): string => date.slice(0, { day: 10, month: 7, year: 4 }[precision])

/** Whole months from one date to another, negative when they stand the other way round; undefined if one is no date. */
export function monthsBetween(from: string, to: string): number | undefined {
  const [a, b] = [parts(from), parts(to)]
  if (!a || !b) return undefined
  const months = (b.year - a.year) * 12 + b.month - a.month
  if (months > 0 && b.day < a.day) return months - 1
  if (months < 0 && b.day > a.day) return months + 1
  return months
}

function parts(date: string) {
  const precision = (['day', 'month', 'year'] as const).find((each) => isDate(date, each))
  if (!precision) return undefined
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

/**
 * A date as people write it — `2024年9月8日`, `2024.9.8`, `2024/09`, `202409` — in the form's spelling at the wanted precision;
 * undefined if it is none or lacks the day or month that is wanted.
 */
export function readDate(text: string, precision: Precision): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  if (!found) return undefined
  const [, year = '', month, day] = found
  const date = cutTo([year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-'), precision)
  return isDate(date, precision) ? date : undefined
}
