import type { Text } from '../text.ts'
import type { Template } from './schema.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What a template brings beside its categories and stages, a line for each, for those who choose one. */
export function contentsOf({ forms, review, quotas, notice, grades, obligations, certificate }: Template): Text[] {
  const all = Object.values(forms)
  const sections = all.reduce((sum, form) => sum + form.sections.length, 0)
  const fields = all.reduce((sum, form) => sum + form.sections.reduce((each, section) => each + section.fields.length, 0), 0)
  return [
    {
      zh: `${all.length} 份表单，共 ${sections} 个栏目、${fields} 个填报项`,
      en: `${count(all.length, 'form', 'forms')} with ${count(sections, 'section', 'sections')} and ${count(fields, 'field', 'fields')}`,
    },
    ...(review
      ? [
          {
            zh: `${review.rubric.criteria.length} 项评分指标，每项申报 ${review.expertsPerSubmission} 位专家`,
            en: `${count(review.rubric.criteria.length, 'criterion', 'criteria')}, ${count(review.expertsPerSubmission, 'expert', 'experts')} for each submission`,
          },
        ]
      : []),
    ...(quotas.length > 0
      ? [{ zh: `${quotas.length} 条推荐名额规则`, en: `${count(quotas.length, 'rule', 'rules')} for places to recommend` }]
      : [{ zh: '不限制推荐数量', en: 'No limit of recommendations' }]),
    ...(notice
      ? [
          {
            zh: `公示 ${notice.workingDays} 个工作日`,
            en: `A public notice of ${count(notice.workingDays, 'working day', 'working days')}`,
          },
        ]
      : []),
    ...(grades
      ? [
          {
            zh: `结果分 ${grades.length} 等：${grades.map(({ title }) => title.zh).join('、')}`,
            en: `${grades.length} grades: ${grades.map(({ title }) => title.en).join(', ')}`,
          },
        ]
      : []),
    ...(certificate ? [certificate.title] : []),
    ...(obligations.length > 0
      ? [
          {
            zh: `建设任务：${obligations.map(({ title }) => title.zh).join('、')}`,
            en: `Obligations: ${obligations.map(({ title }) => title.en).join(', ')}`,
          },
        ]
      : []),
  ]
}
