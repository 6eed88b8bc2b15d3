import type { Found } from './organisation-picker.tsx'

type Named = { id: string; name: string; code?: string | undefined }
/** A list of findings longer than this is not read; more letters make it shorter. */
const longest = 20

/** Units whose name or code has the words, or whose name is spelled so in pinyin or its initials; those that begin with them first. */
export async function fittingUnits(units: readonly Named[], words: string): Promise<Found[]> {
  const wanted = words.toLowerCase().replace(/\s+/g, '')
  if (wanted === '') return []
  const spell = /^[a-z]+$/.test(wanted) ? (await import('../../../shared/organisations/spelled.ts')).spelled : () => ''
  const begins = ({ name }: Named) => Number(![name.toLowerCase(), ...spell(name).split(' ')].some((said) => said.startsWith(wanted)))
  const fits = ({ name, code }: Named) =>
    name.toLowerCase().includes(wanted) || code?.toLowerCase().startsWith(wanted) || spell(name).includes(wanted)
  return units
    .filter(fits)
    .toSorted((a, b) => begins(a) - begins(b))
    .slice(0, longest)
    .map(({ id, name, code }) => ({ id, name, ...(code && { code, note: code }) }))
}
