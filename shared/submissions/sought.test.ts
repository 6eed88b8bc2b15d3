import { describe, expect, test } from 'vitest'
import { mayBeSpelled, sought, Words } from './sought.ts'

const found = {
  title: '“新时代” Digital 思政工作室建设',
  receipt: 'SR-AB2CD-EF3GH',
  unit: { name: '化学学院第一党支部' },
  institution: { name: '重庆大学' },
}
const spell = (name: string) => (name === '重庆大学' ? 'chongqingdaxue cqdx' : '')
const finds = (words: string) => sought(words, spell)(found)

describe('a submission is found', () => {
  test.each([
    ['a part of its title', '思政工作'],
    ['its title without the marks in it', '新时代'],
    ['letters of its title, large or small', 'digital'],
    ['full-width letters', 'Ｄｉｇｉｔａｌ'],
    ['its unit', '第一党支部'],
    ['the institution of its unit', '重庆'],
    ['several parts that are each somewhere', '重庆 思政 化学'],
    ['its number', 'SR-AB2CD-EF3GH'],
    ['its number without hyphens, in small letters', 'srab2cdef3gh'],
    ['the end of its number', 'ef3gh'],
    ['the institution in pinyin', 'chongqing'],
    ['its initials', 'cqdx'],
    ['initials beside a word', 'cqdx 工作室'],
  ])('by %s', (_, words) => expect(finds(words)).toBe(true))

  test.each([
    ['a word that is nowhere', '数学'],
    ['one of several parts that is nowhere', '重庆 数学'],
    ['letters that run from its pinyin into its initials', 'xuecq'],
    ['nothing but marks', '··'],
    ['nothing but a hyphen', '-'],
  ])('not by %s', (_, words) => expect(finds(words)).toBe(false))

  test('not by pinyin where nobody spells', () => expect(sought('cqdx')(found)).toBe(false))
  test('without a number, by its words', () =>
    expect(sought('思政')({ title: found.title, unit: found.unit, institution: found.institution })).toBe(true))
})

test('only words with a part in letters need a dictionary', () =>
  expect(['cqdx', '重庆 gzs', '重庆', 'sr-ab2cd'].map(mayBeSpelled)).toEqual([true, true, false, false]))

test('words are between one and sixty characters', () =>
  expect(['', '   ', '字'.repeat(61), ' 字 '].map((words) => Words.safeParse(words).data)).toEqual([undefined, undefined, undefined, '字']))
