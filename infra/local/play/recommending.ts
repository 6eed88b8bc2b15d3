import { upload } from './applying.ts'
import { pdfFile } from './files.ts'
import type { Answer, Person } from './person.ts'

type Row = { id: string; summary: { state: string; category: string; holder: string | null } }
/** `by`: how many were recommended in each category. */
export type Recommended = { recommended: number; by: Record<string, number>; full: number; other: string[] }

/** What passes through a unit in a batch, all pages. */
export const passing = (person: Person, batch: string, unit: string, state?: string): Promise<Row[]> =>
  person.rows(`/batches/${batch}/units/${unit}/submissions?limit=100${state ? `&state=${state}` : ''}`)

/** Recommends what lies with a unit, one by one; who finds the quota full is counted, not forced. */
export async function recommendAll(
  person: Person,
  batch: string,
  unit: string,
  opinion = '经审核，材料真实完整，同意推荐。',
): Promise<Recommended> {
  const result: Recommended = { recommended: 0, by: {}, full: 0, other: [] }
  const mine = (await passing(person, batch, unit, 'submitted')).filter(({ summary }) => summary.holder === unit)
  for (const {
    id,
    summary: { category },
  } of mine) {
    const answer: Answer = await person.ask('POST', `/batches/${batch}/submissions/${id}/recommend`, { body: { opinion } })
    if (answer.status < 300) {
      result.recommended += 1
      result.by[category] = (result.by[category] ?? 0) + 1
    } else if (answer.body.code === 'quota.full') result.full += 1
    else result.other.push(String(answer.body.code))
  }
  return result
}

/** Prints the list of a category, stamps it, sends the scan, confirms: as the unit's office does. */
export async function confirmList(person: Person, batch: string, unit: string, category: string): Promise<void> {
  const path = `/batches/${batch}/units/${unit}/lists/${category}`
  const { sha256 } = await person.done<{ sha256: string }>('GET', path)
  const scan = await upload(person, `${path}/files`, {}, pdfFile('盖章推荐汇总表.pdf', 'Stamped list'))
  await person.done('PUT', `${path}/scan`, { body: { file: scan.id, sha256 } })
  await person.done('POST', `${path}/confirm`, { body: { sha256 } })
}

/** Categories in which a unit has recommended something. */
export async function listsOf(person: Person, batch: string, unit: string): Promise<{ category: string; used: number }[]> {
  const { rows } = await person.done<{ rows: { category: string; used: number }[] }>('GET', `/batches/${batch}/units/${unit}/lists`)
  return rows
}

/** Finds the qualified in screening: all that was recommended, but for some that lack something. */
export async function screenAll(
  office: Person,
  batch: string,
  lacking: (id: string, index: number) => boolean = () => false,
): Promise<{ qualified: number; disqualified: number }> {
  const ids = (await office.rows<{ id: string }>(`/batches/${batch}/submissions?state=recommended&limit=100`)).map(({ id }) => id)
  const bad = ids.filter(lacking)
  const good = ids.filter((id) => !bad.includes(id))
  for (let i = 0; i < good.length; i += 100)
    await office.done('POST', `/batches/${batch}/screening`, { body: { submissions: good.slice(i, i + 100), outcome: 'qualified' } })
  for (let i = 0; i < bad.length; i += 100)
    await office.done('POST', `/batches/${batch}/screening`, {
      body: { submissions: bad.slice(i, i + 100), outcome: 'disqualified', reason: '推荐材料缺少单位盖章页。' },
    })
  return { qualified: good.length, disqualified: bad.length }
}
