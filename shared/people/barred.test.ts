import { expect, test } from 'vitest'
import { barred, type Place } from './barred.ts'

const place = (member: Place['member']['state'], unit: Place['unit']['state'], name = '某大学'): Place => ({
  member: { state: member },
  unit: { name, state: unit },
})

test.each<[string, Place[], string, string | undefined]>([
  ['who is suspended is told by which unit', [place('suspended', 'active')], 'sign-in.suspended', '某大学'],
  ['whose unit was closed is told so', [place('active', 'closed')], 'sign-in.unit-closed', '某大学'],
  [
    'a suspension by a unit that works is told before a closed one',
    [place('active', 'closed', '旧学院'), place('suspended', 'active')],
    'sign-in.suspended',
    '某大学',
  ],
  ['who has left everywhere belongs to none', [place('left', 'active'), place('left', 'closed')], 'sign-in.no-unit', undefined],
])('%s', (_, places, code, unit) => expect(barred(places)).toMatchObject({ code, ...(unit && { details: { unit } }) }))
