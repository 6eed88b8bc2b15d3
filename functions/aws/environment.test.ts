import { describe, expect, test } from 'vitest'
import { readFrom } from './environment.ts'

const names = ['TABLE_NAME', 'FILES_BUCKET', 'SITE_BUCKET', 'JOBS_QUEUE_URL', 'DOCUMENTS_QUEUE_URL', 'STATE_MACHINE_ARN']
const schedules = ['SCHEDULER_GROUP', 'SCHEDULER_ROLE_ARN', 'SCHEDULE_TARGET_ARN']
const good = {
  ...Object.fromEntries([...names, ...schedules].map((name) => [name, name.toLowerCase()])),
  PUBLIC_ORIGIN: 'https://calls.example.org/',
  MAIL_FROM: 'calls@example.org',
}

describe('what a function is told', () => {
  test('is read as it is, the origin without a slash at its end, mail by SMTP unless said otherwise', () => {
    expect(readFrom({ ...good, SITE_ICP: '京ICP备00000000号', UNKNOWN: 'x' })).toEqual({
      ...good,
      PUBLIC_ORIGIN: 'https://calls.example.org',
      MAIL_TRANSPORT: 'smtp',
      SITE_ICP: '京ICP备00000000号',
    })
    expect(readFrom({ ...good, MAIL_TRANSPORT: 'ses' }).MAIL_TRANSPORT).toBe('ses')
  })
  test('must be all of it', () => {
    expect(() => readFrom({ ...good, TABLE_NAME: undefined, MAIL_FROM: '' })).toThrow('TABLE_NAME, MAIL_FROM')
    expect(() => readFrom({ ...good, MAIL_TRANSPORT: 'pigeon' })).toThrow('MAIL_TRANSPORT is pigeon')
    expect(() => readFrom({ ...good, PUBLIC_ORIGIN: 'calls' })).toThrow('Invalid URL')
  })
})
