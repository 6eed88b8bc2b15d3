import { describe, expect, test } from 'vitest'
import { Rubric } from '../templates/schema.ts'
import { rubricProblems } from './rubric-problems.ts'

const words = { zh: '规范', en: 'Sound' }
const criterion: Rubric['criteria'][number] = {
  key: 'own1',
  title: words,
  help: words,
  min: 0,
  max: 10,
  step: 0.5,
  weight: 100,
  anchors: [
    { score: 0, text: words },
    { score: 10, text: words },
  ],
}
const good: Rubric = {
  criteria: [criterion],
  commentMin: 10,
  commentMax: 500,
  recommendation: [
    { value: 'own1', label: words },
    { value: 'own2', label: words },
  ],
}
const found = (change: Partial<Rubric>) => rubricProblems({ ...good, ...change }).map(({ at, code }) => `${at} ${code}`)
const inCriterion = (change: Partial<typeof criterion>) => found({ criteria: [{ ...criterion, ...change }] })

describe('a rubric that is being written', () => {
  test('has nothing wrong when everything is there, with or without described scores and choices', () => {
    expect(found({})).toEqual([])
    const { recommendation: _, ...without } = good
    expect(rubricProblems({ ...without, criteria: [{ ...criterion, anchors: undefined }] })).toEqual([])
  })
  test('lacks words in a language: of a criterion, of a described score, of a choice', () => {
    expect(inCriterion({ title: { zh: '规范', en: ' ' } })).toEqual(['criteria.0.title.en missing'])
    expect(inCriterion({ anchors: [{ score: 5, text: { zh: '', en: '' } }] })).toEqual([
      'criteria.0.anchors.0.text.zh missing',
      'criteria.0.anchors.0.text.en missing',
    ])
    expect(found({ recommendation: [...(good.recommendation ?? []), { value: 'own3', label: { zh: '', en: 'x' } }] })).toEqual([
      'recommendation.2.zh missing',
    ])
  })
  test('has a described score outside its criterion, or described twice', () => {
    expect(inCriterion({ anchors: [{ score: 11, text: words }] })).toEqual(['criteria.0.anchors.0.score outside'])
    expect(inCriterion({ min: 2, anchors: [{ score: 1, text: words }] })).toEqual(['criteria.0.anchors.0.score outside'])
    const five = { score: 5, text: words }
    expect(inCriterion({ anchors: [five, { score: 6, text: words }, five] })).toEqual(['criteria.0.anchors.2.score twice'])
  })
  test('has scores or lengths that do not fit together', () => {
    expect(inCriterion({ max: 0, anchors: [] })).toEqual(['criteria.0.max range'])
    expect(inCriterion({ step: 0 })).toEqual(['criteria.0.step step'])
    expect(found({ commentMin: 600 })).toEqual(['commentMax length'])
  })
  test('that nothing is wrong with is one that can be saved', () => {
    expect(Rubric.safeParse(good).success).toBe(true)
  })
})
