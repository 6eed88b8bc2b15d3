import { describe, expect, test } from 'vitest'
import { type Identities, placed, resolve } from './resolve.ts'

const identities: Identities = new Map([['Files', { ref: 'files', attributes: { Arn: 'arn:aws:s3:::files', 'Nested.Name': 'deep' } }]])

/** A place holder as CloudFormation writes it. */
const named = (name: string) => ['$', '{', name, '}'].join('')

describe('references of the template', () => {
  test.each([
    ['Ref', { Ref: 'Files' }, 'files'],
    ['a pseudo-parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['GetAtt', { 'Fn::GetAtt': ['Files', 'Arn'] }, 'arn:aws:s3:::files'],
    ['GetAtt as one text', { 'Fn::GetAtt': 'Files.Nested.Name' }, 'deep'],
    ['Join', { 'Fn::Join': ['/', [{ Ref: 'Files' }, 'a']] }, 'files/a'],
    [
      'Sub',
      { 'Fn::Sub': `to-${named('Files')}-${named('Files.Arn')}-${named('AWS::Region')}` },
      'to-files-arn:aws:s3:::files-ap-southeast-1',
    ],
    ['Sub with names of its own', { 'Fn::Sub': [`${named('own')}/${named('Files')}`, { own: { Ref: 'Files' } }] }, 'files/files'],
    ['a list', [{ Ref: 'Files' }], ['files']],
  ])('%s', (_, value, expected) => {
    expect(resolve(value, identities)).toEqual(expected)
  })
  test('a name that nothing has stops the start', () => {
    expect(() => resolve({ Ref: 'Gone' }, identities)).toThrow('Nothing local is called Gone')
    expect(() => resolve({ 'Fn::GetAtt': ['Files', 'Url'] }, identities)).toThrow('Nothing local has Files.Url')
  })
  test('a function that is not known stops the start', () => {
    expect(() => resolve({ 'Fn::ImportValue': 'x' }, identities)).toThrow('Fn::ImportValue')
  })
  test('addresses of the cloud become addresses of this machine', () => {
    expect(placed('see https://site.local/app', new Map([['https://site.local', 'http://localhost:3000']]))).toBe(
      'see http://localhost:3000/app',
    )
  })
})
