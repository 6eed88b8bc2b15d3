import { describe, expect, test } from 'vitest'
import { type Markable, markedAt } from './marked.ts'

describe('the entry that a page belongs to', () => {
  const batches: Markable = { href: '/batches', keeps: /^\/(batches\/[^/]+\/submissions|awards)\/[^/]+/ }
  const ours: Markable = { href: '/submissions', owns: /^\/batches\/[^/]+\/(apply|submissions\/[^/]+(?!.*\/reviews))/ }
  const endorsing: Markable = { href: '/recommending' }
  const awards: Markable = { href: '/awards' }
  const all = [batches, ours, endorsing]

  test('is the one with its address', () => expect(markedAt('/recommending', all, batches)).toBe(endorsing))
  test('is the one its address begins with', () => expect(markedAt('/batches/b/quotas', all, endorsing)).toBe(batches))
  test('is none for the desk', () => expect(markedAt('/', all, batches)).toBeUndefined())
  test('is not one whose address is only a beginning of the word', () =>
    expect(markedAt('/batches-of-old', all, undefined)).toBeUndefined())
  test('is its owner', () => expect(markedAt('/batches/b/submissions/s/check', all, undefined)).toBe(ours))
  test('is its owner also for whoever comes from elsewhere', () => expect(markedAt('/batches/b/submissions/s', all, endorsing)).toBe(ours))
  test('stays the one it was reached through', () => expect(markedAt('/batches/b/submissions/s', all, batches)).toBe(batches))
  test('is the one it would stay with, opened by its address, where no other has it', () => {
    expect(markedAt('/awards/a', all, undefined)).toBe(batches)
    expect(markedAt('/awards/a', [...all, awards], undefined)).toBe(awards)
  })
  test('is none that the person does not have', () => {
    expect(markedAt('/batches/b/submissions/s', [batches, endorsing], ours)).toBe(batches)
    expect(markedAt('/batches/b/submissions/s', [ours], batches)).toBe(ours)
  })
})
