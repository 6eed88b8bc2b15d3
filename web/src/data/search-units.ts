import { fittingUnits } from '../ui/fitting-units.ts'
import type { Found } from '../ui/organisation-picker.tsx'
import { request } from './client.ts'

type Name = { id: string; name: string; code?: string }
let names: Promise<readonly Name[]> | undefined

/** All names and codes down to universities; asked once, some 2,700 of them. */
const allNames = () => {
  names ??= request('/api/organisations/names').then(async (response) => ((await response.json()) as { rows: Name[] }).rows)
  names.catch(() => {
    names = undefined
  })
  return names
}

/** Finds units by name, code or pinyin. */
export const searchUnits = async (words: string, soFar?: (found: readonly Found[]) => void): Promise<readonly Found[]> =>
  fittingUnits(await allNames(), words, soFar)

/** The name of a unit that stands in an address. */
export const unitName = async (id: string): Promise<string | undefined> => (await allNames()).find((unit) => unit.id === id)?.name
