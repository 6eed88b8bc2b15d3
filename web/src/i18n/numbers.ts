import type { Language } from '../../../shared/text.ts'
import { language } from './language.ts'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** Made once each: to make one takes longer than to write a hundred numbers with it, and sums are written with every letter. */
const formats = new Map<string, Intl.NumberFormat>()

export function number(value: number, decimals?: number, chosen: Language = language()): string {
  const key = `${chosen} ${decimals}`
  const known =
    formats.get(key) ?? new Intl.NumberFormat(locales[chosen], { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 6 })
  formats.set(key, known)
  return known.format(value)
}

/** The figure of money held in fen, for where a heading names its unit. */
export const sumIn = (fen: number, unit: 'yuan' | 'wan', chosen: Language = language()): string =>
  unit === 'wan' ? number(fen / 1_000_000, undefined, chosen) : number(fen / 100, 2, chosen)

/** Money held in fen, shown in yuan or in ten thousand yuan: 12.5万元 · CNY 125,000.00. */
export function money(fen: number, unit: 'yuan' | 'wan' = 'yuan', chosen: Language = language()): string {
  if (chosen === 'en') return `CNY ${sumIn(fen, 'yuan', chosen)}`
  return `${sumIn(fen, unit, chosen)}${unit === 'wan' ? '万元' : '元'}`
}

/** Sizes of files in units of 1024. */
export function bytes(size: number, chosen: Language = language()): string {
  if (size < 1024) return `${size} B`
  const steps = ['KB', 'MB', 'GB'] as const
  const power = Math.min(Math.floor(Math.log(size) / Math.log(1024)), steps.length)
  const value = size / 1024 ** power
  return `${number(Number(value.toFixed(value < 10 ? 1 : 0)), undefined, chosen)} ${steps[power - 1]}`
}
