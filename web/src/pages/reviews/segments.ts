import type { Criterion } from '../../../../shared/templates/schema.ts'

/** As many values as still make large targets on a phone. */
const most = 11
const widths = [0.5, 1, 2, 5, 10, 20, 25, 50, 100]

const exact = (value: number): number => Math.round(value * 1000) / 1000

/** The scores that one press gives: even steps over the whole range, both ends among them; the scores between are reached by the finer step. */
export function segmentsOf({ min, max, step }: Pick<Criterion, 'min' | 'max' | 'step'>): number[] {
  const whole = step >= 1 || max - min < 2 ? step : 1
  const width = [whole, ...widths.filter((each) => each > whole)].find((each) => (max - min) / each + 1 <= most) ?? max - min
  const count = Math.floor((max - min) / width + 1e-9)
  const values = Array.from({ length: count + 1 }, (_, i) => exact(min + i * width))
  return values.at(-1) === max ? values : [...values, max]
}

/** One step up or down, within the range and on the scale; from nothing to the middle. */
export function stepped({ min, max, step }: Pick<Criterion, 'min' | 'max' | 'step'>, from: number | undefined, by: 1 | -1): number {
  const onScale = (value: number) => exact(min + Math.round((value - min) / step) * step)
  if (from === undefined) return onScale((min + max) / 2)
  return Math.min(max, Math.max(min, onScale(from + by * step)))
}
