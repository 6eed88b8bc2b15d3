import { expect, test } from 'vitest'
import { writeCsv } from './write.ts'

test('a sheet of text opens right: with the mark of UTF-8, quoted where needed', () =>
  expect(
    writeCsv([
      ['名称', '单位'],
      ['含“引号”和"双引号"', '一,二\n三'],
    ]),
  ).toBe('\ufeff名称,单位\r\n"含“引号”和""双引号""","一,二\n三"\r\n'))
test('nothing that somebody wrote is calculated', () =>
  expect(writeCsv([['=1+1', '-1', '@x', '+1', '1-1']])).toBe("\ufeff'=1+1,'-1,'@x,'+1,1-1\r\n"))
