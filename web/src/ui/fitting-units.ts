import type { Found } from './organisation-picker.tsx'
import { type Spelling, spelling } from './spelling.ts'

type Named = { id: string; name: string; code?: string | undefined }
/** A list of findings longer than this is not read; more letters make it shorter. */
const longest = 20

/**
 * Units whose name or code has the words, or whose name is spelled so in pinyin or its initials; those that begin with them first. What has the words as they are
 * written is told at once, before names are spelled.
 */
export async function fittingUnits(
  units: readonly Named[],
  words: string,
  soFar: (found: readonly Found[]) => void = () => {},
  spell: Spelling = spelling,
): Promise<Found[]> {
  const wanted = words.toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return []
  const written = fitting(units, wanted)
  if (!/^[a-z]+$/.test(wanted)) return written
  if (written.length > 0) soFar(written)
  return fitting(units, wanted, await spell(units.map(({ name }) => name)))
}

function fitting(units: readonly Named[], wanted: string, spelled?: ReadonlyMap<string, string>): Found[] {
  const said = (name: string) => spelled?.get(name) ?? ''
  const begins = ({ name }: Named) => Number(![name.toLowerCase(), ...said(name).split(' ')].some((each) => each.startsWith(wanted)))
  const fits = ({ name, code }: Named) =>
    name.toLowerCase().includes(wanted) || code?.toLowerCase().startsWith(wanted) || said(name).includes(wanted)
  return units
    .filter(fits)
    .toSorted((a, b) => begins(a) - begins(b))
    .slice(0, longest)
    .map(({ id, name, code }) => ({ id, name, ...(code && { code, note: code }) }))
}
