import { describe, expect, test } from 'vitest'
import type { Batch, StagePlan } from '../batches/schema.ts'
import type { Outcome } from '../outcome.ts'
import type { Level, Submission } from '../submissions/schema.ts'
import { attachScan, confirmList, inOrder, isOnList, type Listing, putInOrder } from './lists.ts'
import { decline, type Endorsing, giveBack, moveCorrection, recommend, remind, takeUp, undo } from './rules.ts'

const at = '2026-10-08T09:00:00.000Z'
const closes = '2026-10-10T16:00:00.000Z'
const stage: StagePlan = {
  key: 'province',
  kind: 'endorse',
  level: 'province',
  title: { zh: '省级', en: 'Province' },
  opens: '2026-10-01T00:00:00.000Z',
  closes,
  on: true,
}
const level = (name: Level['level']): Level => ({ level: name, unit: { id: name, name, kind: 'province' }, takesPlace: true })
const good: Endorsing = {
  batch: { id: 'b', state: 'open', stage: 0, stages: [stage, { ...stage, key: 'university', level: 'university' }] } as unknown as Batch,
  submission: {
    id: 's',
    batch: 'b',
    category: 'one',
    state: 'submitted',
    way: [level('university'), level('province')],
    level: 1,
    version: 1,
  } as unknown as Submission,
  form: { sections: [{ key: 'basics', title: stage.title, fields: [{ kind: 'yesNo', key: 'ready', label: stage.title }], rules: [] }] },
  unit: 'province',
  places: { limit: 7, used: 6 },
  duties: { province: { opinionMax: 300, stampedScan: true, ordered: true } },
  at,
}
const but = (changes: Partial<Submission>): Endorsing => ({ ...good, submission: { ...good.submission, ...changes } })
const said = { opinion: '同意推荐' }
const code = (outcome: Outcome<{ type: string }>) => (outcome.ok ? outcome.value.type : outcome.code)

describe('a unit reminds', () => {
  const collect = { ...stage, key: 'collect', kind: 'collect', level: undefined } as unknown as StagePlan
  const writing = { ...but({ state: 'draft', level: null }), batch: { ...good.batch, stages: [collect, ...good.batch.stages] } }
  const lately = (hours: number) => new Date(Date.parse(at) - hours * 3_600_000).toISOString()
  const again = (hours: number) => ({ ...writing, submission: { ...writing.submission, remindedAt: lately(hours) } })
  test('the applicant of what is not handed in, with the deadline', () =>
    expect(remind(writing)).toMatchObject({ ok: true, value: { type: 'submission.reminded', unit: 'province', until: closes } }))
  test('not of what has been handed in', () => expect(code(remind(good))).toBe('submission.not-being-written'))
  test('not twice within a day', () =>
    expect([code(remind(again(23))), code(remind(again(25)))]).toEqual(['submission.reminded-lately', 'submission.reminded']))
  test('not once nothing can be handed in any more', () =>
    expect(code(remind({ ...writing, at: '2026-10-11T00:00:00.000Z' }))).toMatch(/closed/))
  test('only where it lies on the way', () => expect(code(remind({ ...writing, unit: 'elsewhere' }))).toBe('submission.not-being-written'))
})

describe('a unit that has returned a submission', () => {
  const returned = but({ state: 'returned', level: null, backTo: 1, correctUntil: '2026-10-08T10:00:00.000Z' })
  const over = { ...returned, at: '2026-10-08T10:00:00.000Z' }
  const later = '2026-10-09T10:00:00.000Z'
  test('sets another date, before and after the first has passed', () => {
    expect(code(moveCorrection(returned, later))).toBe('submission.correction-moved')
    expect(moveCorrection(over, later)).toMatchObject({ ok: true, value: { unit: 'province', level: 'province', until: later } })
  })
  test('sets none behind, none after its own dates, none once these are over', () => {
    expect(code(moveCorrection(over, over.at))).toBe('correction.past')
    expect(code(moveCorrection(over, '2026-10-10T16:00:00.001Z'))).toBe('correction.too-late')
    expect(code(moveCorrection({ ...over, at: closes }, later))).toBe('stage.closed')
  })
  test('takes it up again as it was handed in, once it can no longer be corrected', () => {
    expect(code(takeUp(returned, '按原件审核'))).toBe('correction.running')
    expect(takeUp(over, '按原件审核')).toMatchObject({ ok: true, value: { type: 'submission.return-undone', level: 'province' } })
  })
  test('not while collecting is open, when the applicant may still hand in', () => {
    const collect = { ...stage, key: 'collect', kind: 'collect', level: undefined } as unknown as StagePlan
    const open = { ...over, batch: { ...over.batch, stages: [collect, ...over.batch.stages] } }
    expect(takeUp(open, '按原件审核')).toMatchObject({ code: 'correction.running' })
  })
  test('alone: no other unit of the way, and none where nothing was returned', () => {
    expect(code(moveCorrection({ ...over, unit: 'university' }, later))).toBe('submission.not-with-you')
    expect(code(takeUp({ ...over, unit: 'university' }, '按原件审核'))).toBe('submission.not-with-you')
    expect([code(moveCorrection(good, later)), code(takeUp(good, '按原件审核'))]).toEqual([
      'submission.not-with-you',
      'submission.not-with-you',
    ])
  })
})

describe('a unit recommends', () => {
  test('what lies with it, while it has a place left; as the last level it says so', () =>
    expect(recommend(good, said)).toMatchObject({ ok: true, value: { type: 'submission.recommended', order: 7, last: true } }))
  test('below the last level without saying so', () =>
    expect(recommend({ ...but({ level: 0 }), unit: 'university' }, said)).toMatchObject({
      ok: true,
      value: { last: false, level: 'university' },
    }))
  test('not beyond its places', () => expect(code(recommend({ ...good, places: { limit: 7, used: 7 } }, said))).toBe('quota.full'))
  test('without end where it has no quota', () =>
    expect(code(recommend({ ...good, places: { used: 700 } }, said))).toBe('submission.recommended'))
  test('not at the moment of closing', () => expect(code(recommend({ ...good, at: closes }, said))).toBe('stage.closed'))
  test('not what lies with another level', () => expect(code(recommend(but({ level: 0 }), said))).toBe('submission.not-with-you'))
  test('not what was returned', () =>
    expect(code(recommend(but({ state: 'returned', level: null, backTo: 1 }), said))).toBe('submission.not-with-you'))
  test('not on a way it is not on', () => expect(code(recommend({ ...good, unit: 'elsewhere' }, said))).toBe('submission.not-with-you'))
  test('not once its list is confirmed', () =>
    expect(code(recommend({ ...good, places: { limit: 7, used: 6, confirmedAt: at } }, said))).toBe('list.confirmed'))
  test('not with an opinion of more characters than the call allows, however many bytes they have', () =>
    expect([code(recommend(good, { opinion: '好'.repeat(300) })), code(recommend(good, { opinion: '好'.repeat(301) }))]).toEqual([
      'submission.recommended',
      'opinion.too-long',
    ]))
})

describe('a unit takes back', () => {
  const recommended = but({ state: 'recommended', level: 2 })
  test('its recommendation while nobody has acted on it', () =>
    expect(code(undo(recommended, '误操作'))).toBe('submission.recommendation-undone'))
  test('not once the host has screened it', () =>
    expect(code(undo(but({ state: 'qualified', level: 2 }), '误操作'))).toBe('submission.not-with-you'))
  test('not once its list is confirmed', () =>
    expect(code(undo({ ...recommended, places: { confirmedAt: at } }, '误操作'))).toBe('list.confirmed'))
  test('as a lower level while the next has it', () =>
    expect(code(undo({ ...but({ level: 1 }), unit: 'university' }, '误操作'))).toBe('submission.recommendation-undone'))
  test('not as a lower level once the next has returned it and it came back there', () =>
    expect(code(undo({ ...but({ level: 1, backTo: 1 }), unit: 'university' }, '误操作'))).toBe('submission.not-with-you'))
  test('its decline', () => expect(code(undo(but({ state: 'declined' }), '复核'))).toBe('submission.recommendation-undone'))
})

test('a unit declines only what lies with it', () => {
  expect(code(decline(good, '不符合'))).toBe('submission.declined')
  expect(code(decline(but({ level: 2, state: 'recommended' }), '不符合'))).toBe('submission.not-with-you')
})
test('a unit returns only what lies with it, until a date within its own dates', () => {
  const comments = { basics: '请补充' }
  expect(code(giveBack(good, { comments, until: closes }))).toBe('submission.returned')
  expect(code(giveBack(good, { comments, until: '2026-10-10T16:00:00.001Z' }))).toBe('correction.too-late')
  expect(code(giveBack({ ...good, unit: 'university' }, { comments, until: closes }))).toBe('submission.not-with-you')
})
test.each([
  ['general', 'submission.returned'],
  ['basics.ready', 'submission.returned'],
  ['basics.other', 'comment.no-such-place'],
  ['other', 'comment.no-such-place'],
])('a unit’s comment about %s is answered with %s', (place, outcome) =>
  expect(code(giveBack(good, { comments: { [place]: '请补充' }, until: closes }))).toBe(outcome),
)

describe('a list', () => {
  const on = (id: string, order?: number): Submission =>
    ({
      ...good.submission,
      id,
      title: id,
      level: 2,
      state: 'recommended',
      ...(order !== undefined && { order }),
      unit: { name: 'u' },
      institution: { name: 'i' },
      submittedAt: at,
    }) as unknown as Submission
  test('holds what has passed its unit’s level, also while a higher level has returned it', () => {
    expect(isOnList(good.submission, 'university')).toBe(true)
    expect(isOnList(good.submission, 'province')).toBe(false)
    expect(isOnList({ ...good.submission, state: 'returned', level: null, backTo: 1 }, 'university')).toBe(true)
    expect(isOnList({ ...good.submission, state: 'returned', level: null, backTo: 0 }, 'university')).toBe(false)
    expect(isOnList({ ...good.submission, state: 'discarded', level: null, backTo: 1 }, 'university')).toBe(false)
  })
  test('stands as its unit has put it; what came since follows by the order given with the recommendation', () =>
    expect(inOrder([on('a', 3), on('b', 1), on('c', 2), on('d', 4)], ['d', 'a']).map(({ id, order }) => `${order}${id}`)).toEqual([
      '1d',
      '2a',
      '3b',
      '4c',
    ]))

  const listing: Listing = {
    batch: good.batch,
    unit: 'province',
    category: 'one',
    level: 'province',
    duties: good.duties,
    places: { limit: 7, used: 2 },
    row: { scan: { file: 'f', name: 'n', of: 'hash', at } },
    items: inOrder([on('a'), on('b')]),
    sha256: 'hash',
    at,
  }
  test('is confirmed as it was seen, with the scan that belongs to it', () =>
    expect(code(confirmList(listing, 'hash'))).toBe('list.confirmed'))
  test('is not confirmed when it was seen otherwise', () => expect(code(confirmList(listing, 'other'))).toBe('changed-meanwhile'))
  test('is not confirmed without a scan', () => expect(code(confirmList({ ...listing, row: {} }, 'hash'))).toBe('list.scan-missing'))
  test('is not confirmed with the scan of another list', () =>
    expect(code(confirmList({ ...listing, sha256: 'new' }, 'new'))).toBe('list.scan-stale'))
  test('needs no scan where the call asks for none', () =>
    expect(code(confirmList({ ...listing, row: undefined, duties: {} }, 'hash'))).toBe('list.confirmed'))
  test('is not confirmed empty, twice or too late', () =>
    expect([
      code(confirmList({ ...listing, items: [] }, 'hash')),
      code(confirmList({ ...listing, places: { confirmedAt: at } }, 'hash')),
      code(confirmList({ ...listing, at: closes }, 'hash')),
    ]).toEqual(['list.empty', 'list.confirmed', 'stage.closed']))
  test('is ordered by naming each on it once', () =>
    expect([['b', 'a'], ['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'c']].map((order) => code(putInOrder(listing, order)))).toEqual([
      'list.ordered',
      'list.order-wrong',
      'list.order-wrong',
      'list.order-wrong',
      'list.order-wrong',
    ]))
  test('takes a scan of itself as it stands, and no other', () =>
    expect([code(attachScan(listing, 'f', 'hash')), code(attachScan(listing, 'f', 'old'))]).toEqual([
      'list.scan-attached',
      'list.scan-stale',
    ]))
})
