import { describe, expect, test } from 'vitest'
import cdk from '../cdk.json' with { type: 'json' }
import { readStages, Settings, type SettingsGiven } from './config.ts'
import { examples } from './stacks/checks/reading.ts'

const good = examples['aws-cn']
const problem = (given: unknown) => Settings.safeParse(given).error?.issues[0]?.path.join('.')

describe('the settings of a deployment', () => {
  test('are accepted as the examples give them', () => {
    for (const example of Object.values(examples)) expect(problem(example)).toBeUndefined()
  })
  test('as cdk.json gives them, one stage for each partition', () =>
    expect(readStages(cdk.context['shuren:stages']).map(({ stage, partition }) => [stage, partition])).toEqual([
      ['production', 'aws'],
      ['production-cn', 'aws-cn'],
    ]))
  test('keep logs for half a year unless told otherwise', () => expect(Settings.parse(good).logRetentionDays).toBe(180))
  test('refuse a name that nobody reads', () => expect(Settings.safeParse({ ...good, retention: 3 }).success).toBe(false))
  test('refuse a shorter retention than the records’ rule asks', () =>
    expect(problem({ ...good, logRetentionDays: 30 })).toBe('logRetentionDays'))
  test('refuse a region of the other partition', () => expect(problem({ ...good, region: 'ap-southeast-1' })).toBe('region'))
  test('refuse the China regions without a domain', () => expect(problem({ ...good, domain: undefined })).toBe('domain'))
  test('refuse SES in the China regions', () => expect(problem({ ...good, mail: examples.aws.mail })).toBe('mail.transport'))
  test('refuse a web ACL in the China regions', () =>
    expect(problem({ ...good, webAcl: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/calls/1' })).toBe('webAcl'))
  test('refuse jobs that take the whole budget of the stream function', () =>
    expect(problem({ ...good, concurrency: { stream: 40, jobs: 40 } })).toBe('concurrency.jobs'))
  test('refuse jobs and documents that take it together', () =>
    expect([39, 40].map((documents) => problem({ ...good, concurrency: { stream: 100, jobs: 60, documents } }))).toEqual([
      undefined,
      'concurrency.jobs',
    ]))
  test('put a virus scanner’s port where ClamAV listens, and refuse one that cannot be reached', () => {
    const clamav = { host: '10.0.3.7', subnetIds: ['subnet-0aaa1111'], securityGroupIds: ['sg-0ccc3333'] }
    expect(Settings.parse({ ...good, clamav }).clamav).toEqual({ ...clamav, port: 3310 })
    expect(problem({ ...good, clamav: { ...clamav, host: 'clamav:3310' } })).toBe('clamav.host')
    expect(problem({ ...good, clamav: { ...clamav, port: 0 } })).toBe('clamav.port')
    expect(problem({ ...good, clamav: { ...clamav, subnetIds: [] } })).toBe('clamav.subnetIds')
    expect(problem({ ...good, clamav: { ...clamav, subnetIds: ['vpc-0aaa1111'] } })).toBe('clamav.subnetIds.0')
    expect(problem({ ...good, clamav: { ...clamav, securityGroupIds: [] } })).toBe('clamav.securityGroupIds')
  })
  test('may set no concurrency aside', () => {
    const given: SettingsGiven = { ...good, concurrency: { api: null, stream: null, workflow: null } }
    expect(Settings.parse(given).concurrency).toMatchObject({ api: null, stream: null, workflow: null })
  })
})
