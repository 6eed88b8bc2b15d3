import { describe, expect, test } from 'vitest'
import { othersPresent, type Present } from './presence.ts'

const at = '2024-09-20T02:00:00.000Z'
const ago = (seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString()
const zhao: Present = { person: 'zhao', name: '赵老师', section: 'team', at: ago(20) }

describe('who else is at work', () => {
  test('a colleague who was heard of a moment ago is there, with the section they are in', () =>
    expect(othersPresent([zhao], 'wang', at)).toEqual([zhao]))
  test('nobody sees themselves', () => expect(othersPresent([zhao], 'zhao', at)).toEqual([]))
  test('who has not been heard of for longer than two beats has left', () =>
    expect(othersPresent([{ ...zhao, at: ago(76) }], 'wang', at)).toEqual([]))
  test('the one heard of last comes first', () =>
    expect(othersPresent([zhao, { ...zhao, person: 'li', at: ago(5) }], 'wang', at).map(({ person }) => person)).toEqual(['li', 'zhao']))
})
