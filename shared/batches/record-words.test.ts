import { describe, expect, test } from 'vitest'
import { Fact, type FactOf } from '../../events/catalogue.ts'
import { Configuration } from './configuring.ts'
import { factGroups } from './record.ts'
import { factDetails, factName, type Named, partName } from './record-words.ts'

const starts = Object.values(factGroups).flat()
const types = Fact.options.map((option) => option.shape.type.value).filter((type) => starts.some((start) => type.startsWith(start)))
const id = '01J9ZX4N6T0000000000000000'
const named: Named = {
  stage: (index) => [{ zh: '填报', en: 'Filling in' }][index],
  category: (key) => (key === 'model-branch' ? { zh: '样板支部', en: 'Model branch' } : undefined),
  outcome: (key) => (key === 'award' ? { zh: '入选', en: 'Award' } : undefined),
  deadline: (instant) => instant.slice(0, 10),
}
const says = (fact: Fact) => factDetails(fact, named).map(({ zh, en }) => [zh, en])

describe('the record of a batch', () => {
  test('has words for every fact in it, of its own for each and without its code', () => {
    const names = types.map(factName)
    expect(names.flatMap(({ zh, en }) => [zh, en]).filter((name) => /\w[.-]\w/.test(name))).toEqual([])
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(types.length)
    expect(() => factName('session.ended')).toThrow('session.ended')
  })
  test('has a word for every part of the settings that can be changed', () => {
    const parts = Object.keys(Configuration.shape).filter((part) => part !== 'from')
    expect([...parts, 'quotas', 'extension', 'mails.submission-received'].map(partName).every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(
      true,
    )
    expect(() => partName('from')).toThrow('from')
  })
  test('says which parts of the settings were changed, each once', () =>
    expect(says({ type: 'batch.configured', batch: id, changed: ['extension', 'mails.a', 'mails.b'] })).toEqual([
      ['修改：延期预案、邮件用语', 'Changed: prepared extension, words of mails'],
    ]))
  test('says from when to when a deadline was moved, and whether others moved with it', () => {
    const moved: FactOf<'batch.deadline-moved'> = {
      type: 'batch.deadline-moved',
      batch: id,
      stage: 0,
      stageKind: 'collect',
      from: '2024-10-10T09:00:00.000Z',
      to: '2024-10-12T09:00:00.000Z',
      shifted: true,
      reason: '网络中断',
    }
    expect(says(moved).map(([zh]) => zh)).toEqual(['填报', '2024-10-10 → 2024-10-12', '后续环节一并顺延'])
    expect(says({ ...moved, shifted: false })).toHaveLength(2)
  })
  test('says of which category a list or sheet is and what was decided; what it does not know it leaves out', () => {
    expect(says({ type: 'sheet.decided', batch: id, category: 'model-branch', submission: id, outcome: 'award' })).toEqual([
      ['样板支部', 'Model branch'],
      ['入选', 'Award'],
    ])
    expect(says({ type: 'sheet.decided', batch: id, category: 'gone', submission: id, outcome: 'gone' })).toEqual([])
  })
  test('says how an objection was settled, and how long a notice runs', () => {
    expect(says({ type: 'objection.settled', notice: id, objection: id, outcome: 'dismissed', reason: '不实' })).toEqual([
      ['异议不成立', 'Dismissed'],
    ])
    expect(says({ type: 'notice.published', notice: id, batch: id, ends: '2024-10-12T09:00:00.000Z' })).toEqual([
      ['公示至 2024-10-12', 'Runs until 2024-10-12'],
    ])
  })
  test('counts in both languages', () => {
    expect(says({ type: 'obligation.reminded', award: id, obligation: 'midterm', days: 1 })).toEqual([['距到期 1 天', '1 day left']])
  })
})
