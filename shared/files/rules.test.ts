import { describe, expect, test } from 'vitest'
import type { FileRef, Form } from '../forms/schema.ts'
import { bindFiles, fileField, mayRemove, mayUpload, type Room } from './rules.ts'
import type { FileRow } from './schema.ts'

const label = { zh: '佐证', en: 'Proof' }
const form: Form = {
  title: label,
  rules: [],
  sections: [
    {
      key: 'evidence',
      title: label,
      rules: [],
      fields: [
        { kind: 'file', key: 'proof', label, accept: ['pdf'], maxBytes: 100, minCount: 0, maxCount: 2 },
        { kind: 'text', key: 'note', label, max: 10 },
      ],
    },
  ],
}
const room: Room = { accept: ['pdf'], maxBytes: 2 * 1_048_576, maxCount: 2, already: 0 }
const claim = { name: '证书.PDF', bytes: 100, type: 'application/pdf' }
const code = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'ok' : outcome.code)

describe('a file is let in', () => {
  test('by its ending, whatever its case', () => expect(code(mayUpload(room, claim))).toBe('ok'))
  test('not with another ending', () => expect(code(mayUpload(room, { ...claim, name: 'a.pdf.exe' }))).toBe('file.wrong-kind'))
  test('not without one', () => expect(code(mayUpload(room, { ...claim, name: 'pdf' }))).toBe('file.wrong-kind'))
  test('not larger than its place allows', () =>
    expect(code(mayUpload(room, { ...claim, bytes: 2 * 1_048_576 + 1 }))).toBe('file.too-large'))
  test('not beyond twice the number of its place, so that one can be replaced', () =>
    expect([3, 4].map((already) => code(mayUpload({ ...room, already }, claim)))).toEqual(['ok', 'file.too-many']))
  test('only where there is a place for it', () => {
    expect(code(mayUpload(undefined, claim))).toBe('file.no-such-field')
    expect(fileField(form, 'evidence', 'proof')).toBeDefined()
    for (const [section, field] of [
      ['evidence', 'note'],
      ['evidence', 'toString'],
      ['__proto__', 'proof'],
    ] as const)
      expect(fileField(form, section, field)).toBeUndefined()
  })
})

describe('an answer names files', () => {
  const row = {
    id: 'f',
    section: 'evidence',
    field: 'proof',
    name: '证书.pdf',
    bytes: 99,
    type: 'application/pdf',
    state: 'clean',
  } as FileRow
  const named: FileRef = { id: 'f', name: 'x.html', bytes: 1, type: 'text/html', caption: '说明' }
  const bind = (file: FileRow | undefined) => bindFiles(form, 'evidence', { proof: [named], note: 'a' }, new Map(file ? [['f', file]] : []))
  test('under name, size and type that were found; only the caption is its writer’s', () =>
    expect(bind(row)).toEqual({
      ok: true,
      value: { proof: [{ id: 'f', name: '证书.pdf', bytes: 99, type: 'application/pdf', caption: '说明' }], note: 'a' },
    }))
  test('only that are there', () => expect(code(bind(undefined))).toBe('file.not-yours'))
  test('only of this field', () => expect(code(bind({ ...row, field: 'other' }))).toBe('file.not-yours'))
  test('only of this section', () => expect(code(bind({ ...row, section: 'other' }))).toBe('file.not-yours'))
  test.each([
    ['waiting', 'file.unchecked'],
    ['refused', 'file.not-usable'],
    ['removed', 'file.not-usable'],
  ] as const)('none that is %s', (state, refusal) => expect(code(bind({ ...row, state }))).toBe(refusal))
})

test('a file is removed while no frozen version names it', () => {
  expect(code(mayRemove({ id: 'f', name: 'a' }, []))).toBe('ok')
  expect(code(mayRemove({ id: 'f', name: 'a' }, ['e', 'f']))).toBe('file.frozen')
})
