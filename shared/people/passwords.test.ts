import { describe, expect, test } from 'vitest'
import { acceptablePassword } from './passwords.ts'

const judged = (password: string, email = 'zhang.wei@example.edu.cn') => {
  const outcome = acceptablePassword(password, email)
  return outcome.ok ? 'good' : outcome.code
}

describe('a password', () => {
  test('of three kinds and ten characters is good', () => expect(judged('Wutong-2024')).toBe('good'))
  test('of sixteen small letters is good', () => expect(judged('fourplaintreesby')).toBe('good'))
  test('in Chinese is good when long', () => expect(judged('院中四棵梧桐树下有一口老井在那里')).toBe('good'))
  test('of nine characters is too short', () => expect(judged('Wutong-24')).toBe('password.length'))
  test('of 129 characters is too long', () => expect(judged(`aB3-${'x'.repeat(125)}`)).toBe('password.length'))
  test('of two kinds is too simple', () => expect(judged('wutong2024')).toBe('password.simple'))
  test('of few different characters is too simple', () => expect(judged('aA1aA1aA1aA1')).toBe('password.simple'))
  test('that is mostly a keyboard run is too simple', () => expect(judged('Qwertyuiop1!')).toBe('password.simple'))
  test('with the own address is refused', () => expect(judged('Zhang.Wei-2024')).toBe('password.own-address'))
})
