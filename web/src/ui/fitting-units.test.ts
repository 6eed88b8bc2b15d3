import { describe, expect, test } from 'vitest'
import { fittingUnits } from './fitting-units.ts'
import { type Speller, spellingBeside } from './spelling.ts'

const syllables = Object.entries({
  东: 'dong',
  南: 'nan',
  西: 'xi',
  北: 'bei',
  海: 'hai',
  江: 'jiang',
  山: 'shan',
  河: 'he',
  湖: 'hu',
  安: 'an',
})
const kinds = Object.entries({ 大学: 'daxue dx', 学院: 'xueyuan xy', 职院: 'zhiyuan zy' })
/** As many institutions as there are, each with a name of its own, and how each is spelled. */
const spellings = new Map<string, string>()
for (const [a, one] of syllables)
  for (const [b, two] of syllables)
    for (const [c, three] of syllables.slice(0, 9))
      for (const [kind, said] of kinds) {
        const [whole, initials] = said.split(' ')
        spellings.set(`${a}${b}${c}${kind}`, `${one}${two}${three}${whole} ${one[0]}${two[0]}${three[0]}${initials}`)
      }
const units = [...spellings.keys()].map((name, i) => ({ id: `u${i}`, name, code: String(10_000 + i) }))
units.push({ id: 'latin', name: 'BHS 国际学院', code: '99999' })
const abroad = 1

/** A speller that answers when it is told to, and counts every name that it spells. */
function slow() {
  const counted: string[] = []
  const waiting: { speller: Speller; names: readonly string[] }[] = []
  let started = 0
  const start = () => {
    started++
    const speller: Speller = {
      onmessage: null,
      onerror: null,
      postMessage: (names: readonly string[]) => void waiting.push({ speller, names }),
    }
    return speller
  }
  const answer = () => {
    const { speller, names } = waiting.shift() ?? {}
    if (!speller || !names) throw new Error('nothing is asked for')
    counted.push(...names)
    const data = names.map((name) => spellings.get(name) ?? '')
    speller.onmessage?.call(speller as Worker, new MessageEvent('message', { data }))
  }
  const fail = () => {
    const { speller } = waiting.shift() ?? {}
    speller?.onerror?.call(speller as Worker, new Event('error') as ErrorEvent)
  }
  return { start, answer, fail, counted, waiting, started: () => started }
}
/** Until all that is to happen by itself has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('among some 2,700 institutions', () => {
  test('what is written so is shown before any name is spelled, and is not waited for', async () => {
    const speller = slow()
    const told: string[][] = []
    const whole = fittingUnits(units, 'bhs', (some) => told.push(some.map(({ id }) => id)), spellingBeside(speller.start))
    await settled()
    expect([told, speller.counted]).toEqual([[['latin']], []])
    speller.answer()
    const found = await whole
    expect(found.map(({ id }) => id)).toContain('latin')
    expect(found.map(({ name }) => name)).toContain('北海山大学')
  })

  test('every name is spelled once, however many letters are typed before the first of them is answered', async () => {
    const speller = slow()
    const spell = spellingBeside(speller.start)
    const searches = ['b', 'bh', 'bhs', 'bhsdx'].map((typed) => fittingUnits(units, typed, undefined, spell))
    await settled()
    expect(speller.waiting).toHaveLength(1)
    speller.answer()
    const found = await Promise.all(searches)
    expect(found.at(-1)?.map(({ name }) => name)).toEqual(['北海山大学', '北河山大学', '北湖山大学'].filter((name) => spellings.has(name)))
    expect([speller.counted.length, new Set(speller.counted).size, speller.started()]).toEqual([2700 + abroad, 2700 + abroad, 1])
    await fittingUnits(units, 'beihai', undefined, spell)
    expect([speller.counted.length, speller.waiting]).toEqual([2700 + abroad, []])
  })

  test('Chinese words, codes and parts of both spell nothing', async () => {
    const speller = slow()
    const spell = spellingBeside(speller.start)
    for (const typed of ['北海', '10000', '湖大学']) expect((await fittingUnits(units, typed, undefined, spell)).length).toBeGreaterThan(0)
    expect(speller.started()).toBe(0)
  })

  test('what spells them may not come: names are found as they are written, and the next search asks again', async () => {
    const speller = slow()
    const spell = spellingBeside(speller.start)
    const first = fittingUnits(units, 'bhs', undefined, spell)
    await settled()
    speller.fail()
    expect((await first).map(({ id }) => id)).toEqual(['latin'])
    const second = fittingUnits(units, 'bhs', undefined, spell)
    await settled()
    speller.answer()
    expect([(await second).length > 1, speller.started()]).toEqual([true, 2])
  })
})
