import { describe, expect, test } from 'vitest'
import type { UnitRef } from '../organisations/schema.ts'
import { allTemplates, templateOf } from '../templates/index.ts'
import type { Template } from '../templates/schema.ts'
import { missing } from './checklist.ts'
import { concernedBy, concernedByStage } from './concerned.ts'
import { type Configuration, configure } from './configuring.ts'
import { suggestDates } from './dates.ts'
import { draftBatch } from './drafting.ts'
import type { Batch } from './schema.ts'
import { actingLevels, batchSummary, endorsingIn, listedAs, partsIn } from './summary.ts'

const at = '2024-09-01T00:00:00.000Z'
const unit = (id: string, kind: UnitRef['kind']) => ({ id, name: id, kind, path: [] })
const national = unit('national', 'national')
const template = (key: string): Template => {
  const found = templateOf(key, 1)
  if (!found) throw new Error(key)
  return found
}
const drafted = (key: string, host = national): Batch => {
  const draft = draftBatch({ id: 'b', title: '演示批次', at }, template(key), host)
  if (!draft.ok) throw new Error(draft.code)
  return { ...draft.value, pk: 'p', sk: 's', seq: 1, chain: '' }
}
/** A batch that can be opened. */
const ready = (key: string, host = national): Batch => {
  const batch = drafted(key, host)
  return { ...batch, stages: suggestDates(batch.stages, template(key), '2024-09-08'), quotasAt: at, source: 's' }
}
const good = ready('jingpin-2024')
const lacks = (batch: Batch, key = 'jingpin-2024') =>
  missing(batch, template(key), undefined, at).map(({ code, of }) => (of ? `${code} ${of}` : code))

describe('a draft', () => {
  test('of a national host has every category and level', () => {
    expect(drafted('shuangchuang-4').categories.every(({ on }) => on)).toBe(true)
    expect(drafted('shuangchuang-4').stages.every(({ on }) => on)).toBe(true)
  })
  test('of a province has no level above its universities', () => {
    const off = drafted('shuangchuang-4', unit('p', 'province')).stages.filter(({ on }) => !on)
    expect(off.map(({ key }) => key)).toEqual(['endorse-province'])
  })
  test('of a university has neither universities as applicants nor levels above its colleges', () => {
    const batch = drafted('shuangchuang-4', unit('u', 'university'))
    expect(batch.categories.filter(({ on }) => on).map(({ key }) => key)).toEqual(['benchmark-college', 'model-branch'])
    expect(batch.stages.filter(({ on, kind }) => on && kind === 'endorse').map(({ level }) => level)).toEqual(['college'])
  })
  test('shows work pages to everybody where its call does, until the host says otherwise', () => {
    expect(drafted('jingpin-2024').settings.publicWorkPage).toBe(true)
    expect(drafted('shuangchuang-midterm').settings.publicWorkPage).toBe(false)
  })
  test('is refused where nobody below could apply', () =>
    expect(draftBatch({ id: 'b', title: 't', at }, template('jingpin-2024'), unit('u', 'university'))).toMatchObject({
      code: 'batch.cannot-host',
    }))
  describe('that starts from an award list', () => {
    const from = (key: string, categories: readonly string[], programme = 'shuangchuang') =>
      draftBatch({ id: 'b', title: 't', at, source: { batch: 's', programme, categories } }, template(key), national)
    test('has on what the list has at work, and knows the list', () => {
      const draft = from('shuangchuang-acceptance', ['model-branch'])
      expect(draft.ok && draft.value.source).toBe('s')
      expect(draft.ok && draft.value.categories.filter(({ on }) => on).map(({ key }) => key)).toEqual(['model-branch'])
    })
    test('takes awards of any category where the template names none', () =>
      expect(from('jingpin-midterm', ['quality-project'], 'jingpin').ok).toBe(true))
    test.each([
      ['with nothing at work', 'shuangchuang-acceptance', [], 'shuangchuang'],
      ['of another programme', 'shuangchuang-acceptance', ['model-branch'], 'jingpin'],
      ['for a template that is no check', 'jingpin-2024', ['quality-project'], 'jingpin'],
    ])('is refused %s', (_, key, categories, programme) =>
      expect(from(key, categories, programme)).toMatchObject({ code: 'batch.source-unfit' }),
    )
  })
  test('of every template can be made ready by its national host or a university', () => {
    for (const { key } of allTemplates()) {
      const host = draftBatch({ id: 'b', title: 't', at }, template(key), national).ok ? national : unit('u', 'university')
      expect([key, lacks(ready(key, host), key)]).toEqual([key, []])
    }
  })
})

describe('the check list', () => {
  const withStage = (key: string, change: Partial<Batch['stages'][number]>): Batch => ({
    ...good,
    stages: good.stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)),
  })
  const collect = good.stages[0]
  test('is empty for a good batch', () => expect(lacks(good)).toEqual([]))
  test('wants a category', () =>
    expect(lacks({ ...good, categories: good.categories.map((category) => ({ ...category, on: false })) })).toEqual(['no-category']))
  test('wants places where the template has them', () => {
    const shuangchuang = ready('shuangchuang-4')
    const without = shuangchuang.categories.map(({ key, on }) => ({ key, on }))
    expect(lacks({ ...shuangchuang, categories: without }, 'shuangchuang-4')).toHaveLength(3)
  })
  test('wants collecting', () => expect(lacks(withStage('collect', { on: false }))).toEqual(['no-collect']))
  test('wants a date to open and one to close', () =>
    expect(lacks(withStage('collect', { opens: null, closes: null }))).toEqual(['no-opens collect', 'no-closes collect']))
  test('wants an end of endorsing, its beginning may follow', () =>
    expect(lacks(withStage('endorse-province', { opens: null, closes: null }))).toEqual(['no-closes endorse-province']))
  test('wants no date of a deliberation', () => expect(lacks(withStage('deliberate', { opens: null, closes: null }))).toEqual([]))
  test('finds a stage that closes as it opens', () =>
    expect(lacks(withStage('collect', { closes: collect?.opens ?? null }))).toEqual(['closes-before-opens collect']))
  test('finds a date that has passed', () =>
    expect(missing(good, template('jingpin-2024'), undefined, collect?.closes ?? '').map(({ code }) => code)).toEqual([
      'closes-in-the-past',
    ]))
  test('finds a stage that closes before the one before it', () =>
    expect(lacks(withStage('endorse-university', { opens: null, closes: collect?.opens ?? null }))).toEqual([
      'closes-before-previous endorse-university',
    ]))
  test('wants weights of 100', () => {
    const rubric = template('jingpin-2024').review?.rubric
    const [first, ...others] = rubric?.criteria ?? []
    if (!rubric || !first) throw new Error('no rubric')
    const heavier = { ...rubric, criteria: [{ ...first, weight: first.weight + 0.5 }, ...others] }
    expect(missing(good, template('jingpin-2024'), heavier, at)).toMatchObject([{ code: 'weights', en: expect.stringContaining('100.5') }])
    const flat = { ...rubric, criteria: [{ ...first, min: first.max }, ...others] }
    expect(missing(good, template('jingpin-2024'), flat, at).map(({ code }) => code)).toEqual(['range'])
    const outside = { score: first.max + 1, text: { zh: '描述', en: 'Described' } }
    const described = { ...rubric, criteria: [{ ...first, anchors: [outside] }, ...others] }
    expect(missing(good, template('jingpin-2024'), described, at)).toMatchObject([{ code: 'anchors', of: first.key }])
  })
  test('wants places for the units', () => expect(lacks({ ...good, quotasAt: undefined })).toEqual(['no-quotas']))
  test('wants to know whose awards a check is of', () =>
    expect(lacks({ ...ready('jingpin-midterm'), source: undefined }, 'jingpin-midterm')).toEqual(['no-source']))
})

describe('configuring', () => {
  const change = (asked: Configuration, batch = good) => configure({ ...batch }, asked, template('jingpin-2024'))
  test('names the sections that change', () =>
    expect(change({ title: '新标题', settings: { secondStep: true } })).toMatchObject({ value: { changed: ['settings', 'title'] } }))
  test('takes away the places when a category is added, not when one is left out', () => {
    const [first, ...others] = good.categories
    if (!first) throw new Error('no category')
    const without = { ...good, categories: [{ ...first, on: false }, ...others] }
    expect(change({ categories: [{ ...first, on: true }] }, without)).toMatchObject({ value: { remove: ['quotasAt'] } })
    expect(change({ categories: [{ ...first, on: false }] })).toMatchObject({ value: { remove: [] } })
  })
  test('gives no closing time to what ends when its work is done', () => {
    const dated = (key: string) => change({ stages: [{ key, closes: '2030-01-01T00:00:00.000Z' }] })
    expect(['deliberate', 'notice', 'publish'].map((key) => dated(key))).toMatchObject(Array(3).fill({ code: 'stage.never-dated' }))
    expect(dated('review')).toMatchObject({ ok: true })
  })
  test('is over once the batch is open', () =>
    expect(change({ title: '新标题' }, { ...good, state: 'open' })).toMatchObject({ code: 'batch.already-open' }))
})

describe('what lists and mails know', () => {
  test('a draft stands where only the host looks', () =>
    expect([listedAs(good), listedAs({ ...good, state: 'open' })]).toEqual([`draft#${at}`, `shown#${at}`]))
  test('the stage it is in, and when collecting ends', () =>
    expect(batchSummary({ ...good, stage: 1 })).toMatchObject({ now: { kind: 'endorse' }, collectCloses: good.stages[0]?.closes }))
  test('what a unit has to do with it', () => {
    const parts = (kind: UnitRef['kind'], stages = good.stages) =>
      partsIn({ ...good, levels: actingLevels({ stages }) }, template('jingpin-2024'), unit(kind, kind))
    expect([parts('national'), parts('province'), parts('ministry'), parts('university'), parts('branch')]).toEqual([
      ['host'],
      ['recommend'],
      [],
      ['apply', 'recommend'],
      [],
    ])
    // A province has no part in a batch whose provincial stage is off.
    const without = good.stages.map((stage) => (stage.level === 'province' ? { ...stage, on: false } : stage))
    expect([parts('province', without), parts('university', without)]).toEqual([[], ['apply', 'recommend']])
  })
  test('a level whose stage is off does not endorse', () => {
    const stages = good.stages.map((stage) => (stage.level === 'province' ? { ...stage, on: false } : stage))
    expect(endorsingIn(template('jingpin-2024'), { stages }).endorsement.levels.university).toEqual(['university'])
  })
  test('everybody who applies or endorses is written to, down to the branches where they apply', () => {
    const all = ready('shuangchuang-4')
    expect(concernedBy(all, template('shuangchuang-4'))).toEqual(['province', 'xpcc', 'ministry', 'university', 'college', 'branch'])
    expect(concernedBy(ready('jingpin-2024'), template('jingpin-2024'))).toEqual(['province', 'xpcc', 'ministry', 'university'])
    const own = ready('shuangchuang-4', unit('u', 'university'))
    expect(concernedBy(own, template('shuangchuang-4'))).toEqual(['college', 'branch'])
  })
  test('of an endorsing stage only its level is told, of a review nobody below', () => {
    const stage = (key: string) => {
      const found = good.stages.find((each) => each.key === key)
      return found ? concernedByStage(good, template('jingpin-2024'), found) : []
    }
    expect([stage('endorse-province'), stage('review')]).toEqual([['province', 'xpcc', 'ministry'], []])
  })
})
