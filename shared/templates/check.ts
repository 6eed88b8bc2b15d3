import { type AuthorProblem, checkForm, repeated } from '../forms/check-form.ts'
import { conditionProblem } from './conditions.ts'
import { certificatePlaceholders, type Rubric, type Stage, type Template } from './schema.ts'

/** Everything in a template with which no batch could run: references to what is not there, stages out of order, weights that are no hundred, expressions that do not compile. */
export function checkTemplate(template: Template): AuthorProblem[] {
  const forms = Object.entries(template.forms).flatMap(([key, form]) => under(`forms.${key}`, checkForm(form)))
  return [
    ...forms,
    ...checkCategories(template),
    ...checkStages(template),
    ...checkEndorsement(template),
    ...checkQuotas(template),
    ...(template.review ? checkRubric('review.rubric', template.review.rubric) : []),
    ...checkGrades(template),
    ...checkAfterwards(template),
  ]
}

const at = (path: string, zh: string, en: string): AuthorProblem => ({ path, message: { zh, en } })
const under = (path: string, problems: AuthorProblem[]) => problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }))

function checkCategories({ categories, forms }: Template): AuthorProblem[] {
  const used = new Set(categories.map(({ form }) => form))
  const idle = Object.keys(forms).filter((key) => !used.has(key))
  return [
    ...repeated('categories', categories),
    ...idle.map((key) => at(`forms.${key}`, '没有类别使用此表。', 'No category uses this form.')),
    ...categories.flatMap((category) => {
      const path = `categories.${category.key}`
      return [
        ...(Object.hasOwn(forms, category.form) ? [] : [at(path, `没有表“${category.form}”。`, `There is no form “${category.form}”.`)]),
        ...(category.rubric ? checkRubric(`${path}.rubric`, category.rubric) : []),
        ...category.eligibility.flatMap(({ key, holds }) => {
          const message = conditionProblem(holds)
          return message ? [{ path: `${path}.eligibility.${key}`, message }] : []
        }),
      ]
    }),
  ]
}

/** What comes first in every batch comes first here; endorsing may happen at several levels. */
const order = ['collect', 'endorse', 'screen', 'review', 'deliberate', 'notice', 'publish'] as const satisfies Stage['kind'][]

function checkStages({ stages, review, notice }: Template): AuthorProblem[] {
  const problems = repeated('stages', stages)
  if (stages[0]?.kind !== 'collect' || stages[0].optional)
    problems.push(at('stages', '第一个环节必须是填报，且不可省略。', 'The first stage must be the collection, and cannot be left out.'))
  stages.forEach((stage, index) => {
    const path = `stages.${stage.key}`
    const before = stages[index - 1]
    if (before && order.indexOf(stage.kind) < order.indexOf(before.kind))
      problems.push(at(path, '环节顺序不对。', 'This stage comes too late.'))
    if (before?.kind === stage.kind && stage.kind !== 'endorse') problems.push(at(path, '环节重复。', 'This stage stands twice.'))
    if ((stage.kind === 'endorse') !== (stage.level !== undefined))
      problems.push(at(path, '审核推荐环节须指明层级，其他环节不得指明。', 'A stage of endorsement names its level, others do not.'))
  })
  const has = (kind: Stage['kind']) => stages.some((stage) => stage.kind === kind)
  if (has('review') !== (review !== undefined))
    problems.push(at('review', '有评审环节才有评审设置，反之亦然。', 'There is a stage of review exactly when its settings are there.'))
  if (has('notice') !== (notice !== undefined))
    problems.push(at('notice', '有公示环节才有公示天数，反之亦然。', 'There is a stage of notice exactly when its length is there.'))
  return problems
}

function checkEndorsement({ endorsement, stages, categories }: Template): AuthorProblem[] {
  const staged = stages.flatMap(({ level }) => level ?? [])
  const applicants = [...new Set(categories.map(({ applicant }) => applicant))]
  const chained = applicants.flatMap((applicant) => endorsement.levels[applicant] ?? [])
  return [
    ...applicants
      .filter((applicant) => endorsement.levels[applicant] === undefined)
      .map((applicant) => at(`endorsement.levels.${applicant}`, '未说明由谁审核推荐。', 'Nobody is named who endorses.')),
    ...[...new Set(chained)].flatMap((level) => [
      ...(staged.includes(level) ? [] : [at(`endorsement.levels.${level}`, '没有相应的环节。', 'It has no stage.')]),
      ...(endorsement.duties[level] ? [] : [at(`endorsement.duties.${level}`, '未说明审核要求。', 'Its duties are not given.')]),
    ]),
    ...staged
      .filter((level) => !chained.includes(level))
      .map((level) => at(`stages.${level}`, '此层级没有可审核的申报。', 'Nothing is endorsed at this level.')),
  ]
}

function checkQuotas({ quotas, categories }: Template): AuthorProblem[] {
  return quotas.flatMap(({ category, named, under: supervised, level }, index) => [
    ...(category === undefined || categories.some(({ key }) => key === category)
      ? []
      : [at(`quotas.${index}`, `没有类别“${category}”。`, `There is no category “${category}”.`)]),
    ...(supervised && level !== 'university'
      ? [at(`quotas.${index}`, '只有高校有主管单位之分。', 'Only universities have a supervising unit.')]
      : []),
    ...repeated(
      `quotas.${index}.named`,
      named.map(({ code }) => ({ key: code })),
    ),
  ])
}

function checkRubric(path: string, { criteria, commentMin, commentMax }: Rubric): AuthorProblem[] {
  const weight = criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  return [
    ...repeated(`${path}.criteria`, criteria),
    ...(Math.abs(weight - 100) < 1e-9 ? [] : [at(path, `权重之和应为100，现为${weight}。`, `Weights must add up to 100, not ${weight}.`)]),
    ...(commentMin > commentMax ? [at(path, '评语下限大于上限。', 'The least length of comments is above the greatest.')] : []),
    ...criteria.flatMap(({ key, min, max, step, anchors = [] }) => {
      const fits = min < max && Number.isInteger(Math.round(((max - min) / step) * 1e6) / 1e6)
      const outside = anchors.some(({ score }) => score < min || score > max)
      return fits && !outside
        ? []
        : [at(`${path}.criteria.${key}`, '分值、步长或参照分不一致。', 'Range, step and anchors do not fit together.')]
    }),
  ]
}

function checkGrades({ grades, kind }: Template): AuthorProblem[] {
  if (!grades) return kind === 'midterm' || kind === 'acceptance' ? [at('grades', '检查或验收须有等次。', 'A check needs its grades.')] : []
  const problems = repeated('grades', grades)
  grades.forEach((grade, index) => {
    const before = grades[index - 1]
    if (before && grade.from >= before.from)
      problems.push(at(`grades.${grade.key}`, '等次须从高到低排列。', 'Grades go from the highest to the lowest.'))
    if ((grade.outcome === 'extend') !== (grade.extendMonths !== undefined))
      problems.push(at(`grades.${grade.key}`, '延期的等次须说明月数。', 'A grade that extends says by how many months.'))
  })
  const last = grades.at(-1)
  if (last && (last.from !== 0 || last.maxShare !== undefined))
    problems.push(at(`grades.${last.key}`, '最低等次须从0分起且不限比例。', 'The lowest grade begins at 0 and has no share.'))
  return problems
}

function checkAfterwards({ certificate, obligations, categories }: Template): AuthorProblem[] {
  const text = certificate ? `${certificate.title.zh}${certificate.title.en}${certificate.text.zh}${certificate.text.en}` : ''
  const unknown = [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
    certificatePlaceholders.some((known) => known === name) ? [] : [name],
  )
  return [
    ...unknown.map((name) => at('certificate', `没有“${name}”可填。`, `There is nothing to fill in for “${name}”.`)),
    ...repeated('obligations', obligations),
    ...obligations.flatMap((obligation) => [
      ...obligation.categories
        .filter((key) => !categories.some((category) => category.key === key))
        .map((key) => at(`obligations.${obligation.key}`, `没有类别“${key}”。`, `There is no category “${key}”.`)),
      ...((obligation.kind === 'midterm' || obligation.kind === 'acceptance') && obligation.template === undefined
        ? [at(`obligations.${obligation.key}`, '未说明用哪个模板检查。', 'No template discharges it.')]
        : []),
    ]),
  ]
}
