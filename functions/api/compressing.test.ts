import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressed } from './compressing.ts'

const long = JSON.stringify({ rows: Array.from({ length: 100 }, (_, i) => ({ title: '高校思想政治工作精品项目', i })) })
const answer = (body: string) => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body, isBase64Encoded: false })

describe('an answer', () => {
  test('is compressed where it is long and the asker takes it, and says so', () => {
    const sent = compressed(answer(long), 'br, gzip;q=0.8')
    expect(sent.headers).toEqual({ 'content-type': 'application/json', 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(sent.isBase64Encoded).toBe(true)
    expect(gunzipSync(Buffer.from(sent.body, 'base64')).toString()).toBe(long)
    expect(sent.body.length).toBeLessThan(long.length / 5)
  })
  test.each([
    ['is short', answer('{"ok":true}'), 'gzip'],
    ['goes to one who cannot read it', answer(long), 'br'],
    ['goes to one who refuses it', answer(long), 'gzip;q=0, identity'],
    ['goes to one who says nothing', answer(long), undefined],
    ['is no text', { ...answer(long), isBase64Encoded: true }, 'gzip'],
  ])('stays as it is where it %s', (_, given, accepted) => expect(compressed(given, accepted)).toBe(given))
})
