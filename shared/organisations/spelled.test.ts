import { describe, expect, test } from 'vitest'
import { spelled } from './spelled.ts'

describe('a name in letters', () => {
  test('is its pinyin and its initials', () => expect(spelled('北京大学')).toBe('beijingdaxue bjdx'))
  test('reads a character as it is read in that word', () => expect(spelled('重庆大学')).toBe('chongqingdaxue cqdx'))
  test('leaves out what is not Chinese', () => expect(spelled('西北农林科技大学（A）')).toBe('xibeinonglinkejidaxue xbnlkjdx'))
})
