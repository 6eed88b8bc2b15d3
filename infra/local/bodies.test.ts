import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bodies, unknownTypes, unusedTypes } from './bodies.ts'
import { localTemplate } from './template.ts'
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
