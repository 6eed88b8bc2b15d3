import { describe, expect, test } from 'vitest'
import { deviceOf, isUnusual, networkOf, tracesKept, withTraces } from './devices.ts'

describe('a device', () => {
  test.each([
    ['Chrome · Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36'],
    ['Edge · Windows', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0'],
    ['Safari · iOS', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1'],
    ['微信 · Android', 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49'],
    [undefined, 'curl/8.5.0'],
    [undefined, undefined],
  ])('is named %s', (name, agent) => expect(deviceOf(agent)).toBe(name))
  test('is the same after an update', () =>
    expect(deviceOf('Mozilla/5.0 (X11; Linux) Firefox/131.0')).toBe(deviceOf('Mozilla/5.0 (X11; Linux) Firefox/128.0')))
})

describe('a stretch of the network', () => {
  test.each([
    ['the caller before our gateway', '203.0.113.9, 70.132.0.1', '203.0'],
    ['a lone caller', '203.0.113.9', '203.0'],
    ['nothing a caller makes up', '1.2.3.4, 203.0.113.9, 70.132.0.1', '203.0'],
    ['IPv6', '2409:8a00:1234::1, 70.132.0.1', '2409:8a00'],
    ['the loopback', '::1', '0:0'],
    ['nothing', undefined, undefined],
  ])('is that of %s', (_, header, expected) => expect(networkOf(header)).toBe(expected))
})

describe('a sign-in', () => {
  test('is not unusual the first time', () => expect(isUnusual([], ['a', 'n'])).toBe(false))
  test('is not unusual where both were seen', () => expect(isUnusual(['n', 'a'], ['a', 'n'])).toBe(false))
  test('is unusual with a new device', () => expect(isUnusual(['a', 'n'], ['b', 'n'])).toBe(true))
  test('is unusual from a new network', () => expect(isUnusual(['a', 'n'], ['a', 'm'])).toBe(true))
  test('pushes out what was seen longest ago', () => {
    const known = Array.from({ length: tracesKept }, (_, i) => `t${i}`)
    expect(withTraces(known, ['t0', 'new'])).toEqual([...known.slice(2), 't0', 'new'])
  })
})
