import { findCentralBody } from './centralBodies.ts'
import { findProvince } from './provinces.ts'

/** Who supervises an institution and therefore recommends it: its province, the XPCC, or a central body. */
export type Supervisor =
  | { kind: 'province'; code: string; name: string }
  | { kind: 'xpcc'; name: string }
  | { kind: 'ministry'; code: string; name: string }

/** A supervisor as a register writes it, and the name it was entered under when that differs. */
export type Named = { supervisor: Supervisor; renamed?: { from: string; to: string } }

export const xpcc = { kind: 'xpcc', name: '新疆生产建设兵团' } as const satisfies Supervisor

function one(text: string): Named | undefined {
  const name = text.replace(/\s+/g, '')
  if (name === xpcc.name || name === '兵团' || name === '新疆生产建设兵团教育局') return { supervisor: xpcc }
  const province = findProvince(name)
  if (province && !/^\d+$/.test(name)) return { supervisor: { kind: 'province', code: province.code, name: province.zh } }
  const central = findCentralBody(name)
  if (!central) return undefined
  const supervisor = { kind: 'ministry', code: central.body.key, name: central.body.zh } as const
  return central.formerly ? { supervisor, renamed: { from: name, to: central.body.zh } } : { supervisor }
}

/**
 * An institution is recommended by the first department its register names. A name broken by a line end is one name;
 * several names on several lines, or joined by 、 are several departments, and each must be known.
 */
export function readSupervisors(text: string): Named[] | { unknown: string } {
  const whole = one(text)
  if (whole) return [whole]
  const found: Named[] = []
  for (const part of text.split(/[\n\r、，,;；/]+/).filter((part) => part.trim() !== '')) {
    const named = one(part)
    if (!named) return { unknown: part.trim() }
    found.push(named)
  }
  return found.length > 0 ? found : { unknown: text.trim() }
}
