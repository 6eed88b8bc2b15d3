import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maySend, opened, type Saving, type SavingEvent, step, unsent } from './saving.ts'

const play = (...events: SavingEvent[]): Saving => events.reduce(step, opened(3))
const typed: SavingEvent = { type: 'typed' }
const sent: SavingEvent = { type: 'sent' }
const saved = (version: number): SavingEvent => ({ type: 'saved', saved: { version, savedAt: '2024-09-20T06:32:00Z' } })
const theirs = { version: 7, values: {}, by: null, at: '2024-09-20T06:30:00Z' }

describe('saving a section', () => {
  test('what was typed and sent is saved under the new version', () =>
    expect(play(typed, sent, saved(4))).toMatchObject({ state: 'saved', version: 4 }))
  test('what was typed while it was being sent is still to be sent', () => {
    const now = play(typed, sent, typed, saved(4))
    expect(now).toMatchObject({ state: 'changed', version: 4 })
    expect(maySend(now)).toBe(true)
  })
  test('a lost network leaves it waiting, to be sent again', () => {
    const now = play(typed, sent, { type: 'unreachable' })
    expect(now.state).toBe('waiting')
    expect(maySend(now)).toBe(true)
  })
  test('typing while offline does not make it look saved', () =>
    expect(unsent(play(typed, sent, { type: 'unreachable' }, typed))).toBe(true))
  test('somebody else’s save stops sending until both texts are brought together', () => {
    const now = play(typed, sent, { type: 'conflicted', theirs })
    expect(maySend(now)).toBe(false)
    expect(step(now, typed).state).toBe('conflict')
    expect(step(now, { type: 'settled', version: 7 })).toMatchObject({ state: 'changed', version: 7, theirs: null })
  })
  test('a refusal is shown and is not sent again by itself, until something is changed', () => {
    const now = play(typed, sent, { type: 'refused', problem: { code: 'form.too-large', zh: '过大', en: 'Too large' } })
    expect(maySend(now)).toBe(false)
    expect(maySend(step(now, typed))).toBe(true)
  })
  test('whatever happens in whatever order, nothing unsent ever counts as saved', () => {
    const event = fc.constantFrom<SavingEvent>(
      typed,
      sent,
      saved(4),
      { type: 'unreachable' },
      { type: 'conflicted', theirs },
      { type: 'settled', version: 7 },
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let now = opened(3)
        for (const each of events) {
          // As the page does it: sending begins only when there is something to send, and ends only after it began.
          if (each.type === 'sent' && !maySend(now)) continue
          if (['saved', 'unreachable', 'conflicted'].includes(each.type) && now.state !== 'sending') continue
          if (each.type === 'settled' && now.state !== 'conflict') continue
          now = step(now, each)
          if (now.state === 'saved') expect(now.sent).toBe(now.edits)
        }
      }),
    )
  })
})
