/** A number as people write it: full-width digits, thousands separators, a percent sign left out. */
export function readNumber(written: string): number | undefined {
  const plain = written.normalize('NFKC').replace(/[\s,]/g, '').replace(/%$/, '')
  return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined
}

/** Fen from an amount in the column's unit, or in the unit written behind it. */
export function readMoney(written: string, unit: 'yuan' | 'wan'): number | undefined {
  const found = /^[¥]?([+-]?)(\d{1,12})(?:\.(\d{1,6}))?(万元|万|元)?$/.exec(written.normalize('NFKC').replace(/[\s,]/g, ''))
  if (!found) return undefined
  const [, sign, whole = '0', fraction = '', named] = found
  const places = (named ? named.startsWith('万') : unit === 'wan') ? 6 : 2
  if (/[1-9]/.test(fraction.slice(places))) return undefined
  const fen = Number(whole + fraction.slice(0, places).padEnd(places, '0'))
  return Number.isSafeInteger(fen) ? (sign === '-' ? -fen : fen) : undefined
}
