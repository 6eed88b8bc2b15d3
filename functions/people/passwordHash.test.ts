import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwordHash.ts'

describe('a stored password', () => {
  test('is argon2id with the parameters OWASP names, and never twice the same', async () => {
    const [one, two] = await Promise.all([hashPassword('Wutong-2024'), hashPassword('Wutong-2024')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(two)
  })
  test('is recognised, also when typed in another Unicode form', async () => {
    const hash = await hashPassword('Café-2024-x')
    expect(await verifyPassword('Cafe\u0301-2024-x', hash)).toBe(true)
    expect(await verifyPassword('Cafe-2024-x', hash)).toBe(false)
  })
  test('of another strength is still read', async () => {
    const weaker = '$argon2id$v=19$m=8192,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    expect(await verifyPassword('Wutong-2024', weaker)).toBe(false)
  })
  test('of nobody takes the work of any other and is never right', async () => {
    const time = async (hash: string | undefined) => {
      const start = performance.now()
      for (let i = 0; i < 5; i++) expect(await verifyPassword('Wutong-2024', hash)).toBe(false)
      return performance.now() - start
    }
    const hash = await hashPassword('another-Password')
    await time(undefined)
    const [known, unknown] = [await time(hash), await time(undefined)]
    expect(unknown).toBeGreaterThan(known / 3)
    expect(unknown).toBeLessThan(known * 3)
  })
})
