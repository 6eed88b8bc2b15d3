import { grantsAwards } from '../../../shared/decisions/granting.ts'
import type { StageKind } from '../../../shared/templates/schema.ts'
import { Guest, type Person } from './person.ts'

type Line = { submission: string; outcome?: string; score: number | null }
type Sheet = {
  sheet: { state: string; sha256?: string; places?: number; outcomes: { key: string }[] }
  total: number
  awarded: number
  undecided: number
  rows: Line[]
}
export type ApproverName = { name: string; email: string }

/** Decides what the ranking leaves open (ties go to the first until the places are filled, and what has no score gets nothing), and sends the sheet. */
export async function sendSheet(office: Person, batch: string, category: string, approver: ApproverName): Promise<number> {
  const path = `/batches/${batch}/categories/${category}`
  const lines: Line[] = []
  let sheet: Sheet
  do {
    sheet = await office.done<Sheet>('GET', `${path}/sheet?from=${lines.length}&limit=500`)
    lines.push(...sheet.rows)
  } while (lines.length < sheet.total)
  if (sheet.total === 0) return 0
  let left = (sheet.sheet.places ?? sheet.total) - sheet.awarded
  for (const line of lines.filter(({ outcome }) => !outcome)) {
    const fallback = sheet.sheet.outcomes.at(-1)?.key ?? 'none'
    const award = grantsAwards(sheet.sheet.outcomes)
    const outcome = award ? (line.score !== null && left-- > 0 ? 'award' : 'none') : fallback
    await office.done('PUT', `${path}/decisions/${line.submission}`, {
      body: { outcome, reason: '得分并列或评审不足，经领导小组会议研究决定。' },
    })
  }
  await office.done('POST', `${path}/sheet/send`, { body: { approver } })
  return lines.length
}

/** The approver opens the link of the mail, reads the sheet and confirms exactly what is shown. */
export async function approveSheet(origin: string, batch: string, category: string, email: string): Promise<Guest> {
  const guest = await Guest.byMail(origin, email, batch, category)
  const path = `/batches/${batch}/categories/${category}/sheet`
  const { sheet } = await guest.done<Sheet>('GET', path)
  await guest.done('POST', `${path}/approve`, { body: { sha256: sheet.sha256 } })
  return guest
}

/** What has been done in each stage, as a notice says it, of a selection and of a check of what was selected before. */
const doneIn: Partial<Record<StageKind, Record<'selection' | 'check', string>>> = {
  collect: { selection: '单位申报', check: '单位总结' },
  endorse: { selection: '逐级审核推荐', check: '逐级审核' },
  screen: { selection: '资格审查', check: '资格审查' },
  review: { selection: '专家评审', check: '专家评议' },
  deliberate: { selection: '领导小组审定', check: '领导小组审定' },
}
type Announced = { stages: { kind: StageKind; on: boolean }[]; outcomes: { key: string }[] }
/** By what way the results have come, and what they are: of the stages that the batch has. */
function announcement({ stages, outcomes }: Announced): string {
  const what = grantsAwards(outcomes) ? 'selection' : 'check'
  const steps = stages.filter(({ on }) => on).map(({ kind }) => doneIn[kind]?.[what])
  const way = [...new Set(steps.filter((step) => step !== undefined))].join('、')
  return `经${way}，现将${what === 'selection' ? '拟入选名单' : '拟定结果'}予以公示。`
}

/** Publishes the notice and answers when it ends. */
export async function publishNotice(office: Person, batch: string, title: string): Promise<{ id: string; ends: string }> {
  const announced = announcement(await office.done<Announced>('GET', `/batches/${batch}`))
  const { id } = await office.done<{ id: string }>('POST', `/batches/${batch}/notices`, {
    body: {
      title,
      text: `${announced}公示期间，如有异议，请实名向主办单位反映，并提供联系方式和必要的事实依据。`,
      contact: { name: '演示·工作组', phone: '010-55500000', email: 'contact@demo.example', address: '演示市演示路 1 号' },
    },
  })
  const { rows } = await office.done<{ rows: { id: string; ends: string }[] }>('GET', `/batches/${batch}/notices`)
  return { id, ends: rows.find((row) => row.id === id)?.ends ?? '' }
}

export const publishList = (office: Person, batch: string) => office.done('POST', `/batches/${batch}/publication`)
