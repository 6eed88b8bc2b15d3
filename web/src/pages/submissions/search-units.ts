import { request } from '../../data/client.ts'
import type { Found } from '../../ui/organisation-picker.tsx'

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

/** Units whose name or code contains the words, those that begin with them first. */
export async function searchUnits(words: string): Promise<readonly Found[]> {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const found = (await allNames()).filter(({ name, code }) => name.toLowerCase().includes(wanted) || code?.startsWith(wanted))
  const begins = ({ name }: Name) => Number(!name.toLowerCase().startsWith(wanted))
  return found
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, 20)
    .map(({ id, name, code }) => ({ id, name, ...(code && { code, note: code }) }))
}
