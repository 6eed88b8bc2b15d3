import { describe, expect, test } from 'vitest'
import { checkTemplate } from './check.ts'
import { allTemplates, formOf, rubricOf, sources, templateOf } from './index.ts'
import { introductionOf } from './introduction.ts'
import { Template, type TemplateSource } from './schema.ts'
import { shuangchuang4 } from './shuangchuang-4.ts'

describe('every template that comes with the platform', () => {
  test.each(allTemplates().map((template) => [`${template.key}@${template.version}`, template] as const))(
    '%s could be opened',
    (ref, template) => {
      expect(checkTemplate(template)).toEqual([])
      expect(Object.hasOwn(sources, ref)).toBe(true)
      for (const { key } of template.categories) expect(formOf(template, key)).toBeDefined()
      for (const { key } of template.categories) expect(rubricOf(template, key) === undefined).toBe(template.review === undefined)
      for (const { template: follows } of template.obligations) if (follows) expect(templateOf(follows, 1)).toBeDefined()
    },
  )
  test('is found by key and version, and no other', () => {
    expect(templateOf('jingpin-2024', 1)?.categories).toHaveLength(12)
    expect(templateOf('jingpin-2024', 1)).toBe(templateOf('jingpin-2024', 1))
    for (const key of ['jingpin-2024', '__proto__', 'toString']) expect(templateOf(key, 2)).toBeUndefined()
    expect(allTemplates()).toHaveLength(Object.keys(sources).length)
  })
})

describe('the calls are as published', () => {
  const places = (key: string) => templateOf(key, 1)?.categories.map((category) => category.places)
  test('ten universities, a hundred colleges, a thousand and one branches', () => expect(places('shuangchuang-4')).toEqual([10, 100, 1001]))
  test('forms of nine, eleven and twelve sections', () => {
    const forms = templateOf('shuangchuang-4', 1)?.forms
    expect([forms?.branch?.sections.length, forms?.college?.sections.length, forms?.university?.sections.length]).toEqual([9, 11, 12])
  })
  test('three groups of five, three and four sub-items', () => {
    const groups = templateOf('jingpin-2024', 1)?.categories.map(({ group }) => group?.key) ?? []
    expect(['brand', 'staff', 'base'].map((key) => groups.filter((group) => group === key).length)).toEqual([5, 3, 4])
  })
  test('acceptance weighs tasks, measures and example 50, 25 and 25, and calls half excellent at most', () => {
    const acceptance = templateOf('shuangchuang-acceptance', 1)
    expect(acceptance?.review?.rubric.criteria.map(({ weight }) => weight)).toEqual([50, 25, 25])
    expect(acceptance?.grades?.[0]).toMatchObject({ from: 90, maxShare: 0.5, outcome: 'close' })
  })
  test('a call speaks of provinces only in a batch that has them, and an internal round of the levels within', () => {
    for (const template of allTemplates()) expect(introductionOf(template, () => false).zh).not.toMatch(/省|兵团|部委/)
    const [call, round] = [templateOf('shuangchuang-4', 1), templateOf('shuangchuang-4-internal', 1)]
    if (!call || !round) throw new Error('a template is not there')
    expect(introductionOf(call, (level) => level === 'province').zh).toContain('由各省级主管部门、兵团择优推荐')
    expect(introductionOf(round, () => true)).toMatchObject({ zh: expect.stringContaining('支部的申报由所在院（系）审核推荐。') })
    expect(introductionOf(round, () => true).zh).not.toMatch(/省|兵团|部委|全国高校/)
  })
  test('an internal round asks nobody outside the university, certifies nothing and owes nothing', () => {
    const round = templateOf('jingpin-2024-internal', 1)
    expect(round).toMatchObject({ kind: 'internal', obligations: [], quotas: [], programme: { key: 'jingpin-internal' } })
    expect(round?.certificate).toBeUndefined()
    expect(round?.stages.map(({ kind }) => kind)).not.toContain('endorse')
  })
})

type Change = (template: Template) => void
const told = (change: Change, source: TemplateSource = shuangchuang4) => {
  const template = Template.parse(structuredClone(source))
  change(template)
  return checkTemplate(template).map(({ path }) => path)
}

describe('an author is told', () => {
  test.each<[string, Change, string]>([
    [
      'that a category stands twice',
      ({ categories }) => void Object.assign(categories[1] ?? {}, { key: 'model-branch' }),
      'categories.model-branch',
    ],
    [
      'that a category has no form',
      ({ categories }) => void Object.assign(categories[0] ?? {}, { form: 'none' }),
      'categories.demonstration-university',
    ],
    ['that nobody uses a form', ({ categories }) => void Object.assign(categories[0] ?? {}, { form: 'branch' }), 'forms.university'],
    [
      'that a condition cannot be judged',
      ({ categories }) => void Object.assign(categories[0]?.eligibility[0] ?? {}, { holds: 'unit.age > 3' }),
      'categories.demonstration-university.eligibility.noFailure',
    ],
    [
      'that a condition is no matter of yes and no',
      ({ categories }) => void Object.assign(categories[0]?.eligibility[0] ?? {}, { holds: 'unit.code' }),
      'categories.demonstration-university.eligibility.noFailure',
    ],
    [
      'of a mistake in a form',
      ({ forms }) => void Object.assign(forms.branch?.rules[0] ?? {}, { at: 'zzz' }),
      'forms.branch.rules.dualInTeachersBranch',
    ],
    ['that the collection is missing', ({ stages }) => void stages.shift(), 'stages'],
    ['that stages are out of order', ({ stages }) => void stages.reverse(), 'stages.collect'],
    ['that a stage of endorsement has no level', ({ stages }) => void delete stages[1]?.level, 'stages.endorse-college'],
    [
      'that a level has no stage',
      (template) => void Object.assign(template, { stages: template.stages.filter(({ level }) => level !== 'province') }),
      'endorsement.levels.province',
    ],
    ['that a level has no duties', ({ endorsement }) => void delete endorsement.duties.university, 'endorsement.duties.university'],
    ['that nobody endorses a kind of applicant', ({ endorsement }) => void delete endorsement.levels.branch, 'endorsement.levels.branch'],
    ['that there is a review without settings', (template) => void delete template.review, 'review'],
    ['that there is a notice without length', (template) => void delete template.notice, 'notice'],
    ['that weights are no hundred', ({ review }) => void Object.assign(review?.rubric.criteria[0] ?? {}, { weight: 31 }), 'review.rubric'],
    [
      'that steps do not reach the end',
      ({ review }) => void Object.assign(review?.rubric.criteria[0] ?? {}, { step: 3 }),
      'review.rubric.criteria.standard',
    ],
    ['that a quota is of no category', ({ quotas }) => void Object.assign(quotas[0] ?? {}, { category: 'none' }), 'quotas.0'],
    ['that a check has no grades', (template) => void Object.assign(template, { kind: 'acceptance' }), 'grades'],
    [
      'that a certificate says what there is not',
      ({ certificate }) => void Object.assign(certificate?.text ?? {}, { zh: '{nobody}' }),
      'certificate',
    ],
    ['that an obligation has no template', ({ obligations }) => void delete obligations[1]?.template, 'obligations.midterm'],
    ['that an obligation is of no category', ({ obligations }) => void obligations[0]?.categories.push('none'), 'obligations.posts'],
  ])('%s', (_, change, path) => expect(told(change)).toContain(path))

  test.each<[string, Change, string]>([
    ['that grades stand the wrong way round', ({ grades }) => void grades?.reverse(), 'grades.excellent'],
    ['that a grade extends by nothing', ({ grades }) => void delete grades?.[2]?.extendMonths, 'grades.deferred'],
    ['that the lowest grade leaves some out', ({ grades }) => void grades?.pop(), 'grades.deferred'],
  ])('%s', (_, change, path) => expect(told(change, sources['shuangchuang-acceptance@1'])).toContain(path))
})
