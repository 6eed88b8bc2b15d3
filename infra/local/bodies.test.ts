import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Template } from '../synthesise.ts'
import { besideTheTemplate, bodies, unknownTypes, unusedTypes } from './bodies.ts'
import type { Mail } from './mail.ts'
import { fits } from './pattern.ts'
import { reportOf } from './returns.ts'
import { localTemplate, ofType } from './template.ts'
import { wiringOf } from './wiring.ts'

const addresses = {
  origin: 'http://localhost:1',
  filesOrigin: 'http://127.0.0.1:2',
  services: 'http://127.0.0.1:3',
  mail: 'smtp://127.0.0.1:4',
}

describe('the local stack and the template', () => {
  test('every resource has a body here or a reason for having none', async () => {
    expect(unknownTypes(await localTemplate())).toEqual([])
  })
  test('nothing has a body or a reason here that is not in the template', async () => {
    expect(unusedTypes(await localTemplate())).toEqual([])
  })
  test('a resource of a new kind stops the start', async () => {
    const template = await localTemplate()
    const more = { ...template, Resources: { ...template.Resources, New: { Type: 'AWS::Kinesis::Stream' } } }
    expect(unknownTypes(more)).toEqual(['AWS::Kinesis::Stream'])
  })
  test.each(Object.entries(bodies))('%s has its body in %s', (_, file) => {
    expect(existsSync(new URL(file, import.meta.url))).toBe(true)
  })
})

describe('what is wired here beside the template', () => {
  // It has SES, and is what the tests of the template find.
  const deployed = JSON.parse(readFileSync(new URL('../stacks/snapshots/aws.snap', import.meta.url), 'utf8')) as Template
  const rule = ofType(deployed, 'AWS::Events::Rule').find(({ properties }) => properties.EventPattern)

  test.each(Object.entries(besideTheTemplate))(
    '%s is so for want of a resource that a deployed template has',
    async (_, { type, reason }) => {
      expect(ofType(await localTemplate(), type)).toEqual([])
      expect(ofType(deployed, type)).toHaveLength(1)
      expect(reason).not.toBe('')
    },
  )
  test.each(['bounce', 'complaint'] as const)(
    'a %s is reported as the rule of a deployed template wants it, and goes where it goes',
    async (kind) => {
      const mail = { id: 1, at: '2026-01-06T08:00:00.000Z', from: 'a@example.org', to: ['b@example.org'] } as Mail
      const { source, 'detail-type': types } = (rule?.properties.EventPattern ?? {}) as Record<string, unknown>
      expect(source).toBeDefined()
      expect(fits({ source, 'detail-type': types }, reportOf(kind, mail, {}, mail.at))).toBe(true)
      expect(rule?.properties.Targets).toMatchObject([{ Arn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } }])
      const { jobsUrl } = wiringOf(await localTemplate(), addresses)
      const [jobs] = ofType(await localTemplate(), 'AWS::SQS::Queue').filter(({ id }) => id === 'Jobs')
      expect(jobs).toBeDefined()
      expect(jobsUrl).toMatch(/\/Jobs$|-Jobs$/)
    },
  )
})

describe('what the functions are told', () => {
  test('names this machine wherever the template names the cloud', async () => {
    const { functions, policies, integrations } = wiringOf(await localTemplate(), addresses)
    expect(functions.map(({ entry }) => entry).sort()).toEqual([
      'functions/api/lambda.ts',
      'functions/stream/lambda.ts',
      'functions/workflow/lambda.ts',
    ])
    for (const { environment } of functions) {
      expect(environment).toMatchObject({
        PUBLIC_ORIGIN: 'http://localhost:1',
        SMTP_URL: 'smtp://127.0.0.1:4',
        TABLE_NAME: 'shuren-local-Table',
      })
      expect(environment.JOBS_QUEUE_URL).toMatch(/^http:\/\/127\.0\.0\.1:3\//)
    }
    const all = JSON.stringify([functions, [...integrations], [...policies]])
    expect(all).not.toMatch(/\.local\b|https:\/\/|upgrade-insecure/)
    expect(all).toContain('http://127.0.0.1:2')
  })
  test('every function that a queue, a rule or a stream calls is there', async () => {
    const { functions, jobs, facts, rules } = wiringOf(await localTemplate(), addresses)
    const names = functions.map(({ name }) => name)
    for (const called of [...jobs.map(({ fn }) => fn), facts.fn, ...rules.map(({ target }) => target.replace(/^.*:function:/, ''))])
      expect(names).toContain(called)
  })
  test('the stream hands over facts only, as the template filters them', async () => {
    const { facts } = wiringOf(await localTemplate(), addresses)
    expect(facts.mapping.filters).toEqual([{ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['event'] } } } }])
    expect(facts.aside).toMatch(/FailedFacts$/)
  })
})
