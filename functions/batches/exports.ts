import { actorNames, factDetails, factName, type Named } from '../../shared/batches/record-words.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { decisionOutcomes } from '../../shared/decisions/outcomes.ts'
import { roles } from '../../shared/permissions/actors.ts'
import { listedStates, submissionStates } from '../../shared/submissions/states.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { inARow, type Language } from '../../shared/text.ts'
import { excelBody } from '../documents/excel/answer.ts'
import type { TableColumn } from '../documents/excel/write.ts'
import type { Complete } from './completeness.ts'
import type { wholeTrail } from './trail.ts'

type Entry = Awaited<ReturnType<typeof wholeTrail>>[number]
const field = (entry: Entry, name: string) => {
  const value = (entry as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

/** The record of a batch, a line for each event as its page tells it, with the hashes that tie them together. */
export function excelOfTrail(batch: Batch, rows: readonly Entry[], language: Language): Promise<ArrayBuffer> {
  const template = templateOf(batch.template.key, batch.template.version)
  const outcomes = decisionOutcomes(batch)
  const named: Named = {
    stage: (index) => batch.stages[index]?.title,
    category: (category) => categoryTitle(template, category),
    outcome: (outcome) => outcomes.find(({ key }) => key === outcome)?.title,
    deadline: beijing.formatDeadline,
  }
  return excelBody<Entry>(
    [
      { heading: { zh: '时间', en: 'When' }, width: 28, value: ({ at }) => beijing.format(at, language) },
      { heading: { zh: '事项', en: 'What' }, width: 24, value: ({ type }) => factName(type)[language] },
      { heading: { zh: '涉及', en: 'About' }, width: 40, value: ({ about }) => about?.name },
      {
        heading: { zh: '内容', en: 'Details' },
        width: 40,
        value: (entry) =>
          factDetails(entry, named)
            .map((line) => line[language])
            .join(language === 'zh' ? '；' : '; '),
      },
      { heading: { zh: '原因', en: 'Reason' }, width: 40, value: (entry) => field(entry, 'reason') },
      { heading: { zh: '操作者', en: 'By' }, width: 18, value: ({ who, by }) => who.name ?? actorNames[by.kind][language] },
      { heading: { zh: '单位', en: 'Unit' }, width: 28, value: ({ who }) => who.unit },
      {
        heading: { zh: '角色', en: 'Roles' },
        width: 18,
        value: ({ who }) =>
          inARow(
            who.roles.map((role) => roles[role][language]),
            language,
          ),
      },
      { heading: { zh: '代码', en: 'Code' }, width: 24, value: ({ type }) => type },
      { heading: { zh: '对象', en: 'Of' }, width: 40, value: ({ of }) => of },
      { heading: { zh: '序号', en: 'No.' }, width: 8, decimals: 0, value: ({ seq }) => seq },
      { heading: { zh: '前一条的哈希', en: 'Hash before' }, width: 46, value: ({ prev }) => prev },
      { heading: { zh: '哈希', en: 'Hash' }, width: 46, value: ({ hash }) => hash },
    ],
    rows,
    language,
  )
}

/** Completeness as it is shown, a line for each unit. */
export const excelOfCompleteness = (rows: readonly Complete[], language: Language): Promise<ArrayBuffer> =>
  excelBody<Complete>(
    [
      { heading: { zh: '单位代码', en: 'Code' }, width: 14, value: ({ code }) => code },
      { heading: { zh: '单位', en: 'Unit' }, width: 30, value: ({ unit }) => unit.name },
      { heading: { zh: '所辖高校', en: 'Universities' }, width: 12, decimals: 0, value: ({ expected }) => expected },
      ...listedStates.map(
        (state): TableColumn<Complete> => ({
          heading: submissionStates[state],
          width: 14,
          decimals: 0,
          value: ({ states }) => states[state] ?? 0,
        }),
      ),
      {
        heading: { zh: '最近催报', en: 'Last reminded' },
        width: 26,
        value: ({ remindedAt }) => remindedAt && beijing.format(remindedAt, language),
      },
    ],
    rows,
    language,
  )
