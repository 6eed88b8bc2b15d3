import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { afterAll, describe, expect, test } from 'vitest'
import type { SettingsGiven } from '../config.ts'
import { build, type Template } from '../synthesise.ts'
import { checkCalls } from './checks/calls.ts'
import { checkGrants } from './checks/grants.ts'
import { examples, ofType, withoutAssets } from './checks/reading.ts'
import { checkScanning, scanner } from './checks/scanning.ts'
import { checkSite, checkSiteWithoutPolicies, checkSiteWithPolicies } from './checks/site.ts'
import { checkState } from './checks/state.ts'
import { checkWatching } from './checks/watching.ts'
import { checkWiring } from './checks/wiring.ts'

// Synthesis takes a second each, so that both templates are made once and shared by all that is checked.
const place = mkdtempSync(join(tmpdir(), 'shuren-template-'))
afterAll(() => rmSync(place, { recursive: true }))
mkdirSync(join(place, 'web/assets'), { recursive: true })
writeFileSync(join(place, 'web/assets/site.js'), '')
for (const page of ['app', 'r']) {
  mkdirSync(join(place, 'web', page))
  writeFileSync(join(place, 'web', page, 'index.html'), '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /></head></html>')
}

function synthesised(partition: keyof typeof examples, { built, ...changed }: { built?: string } & Partial<SettingsGiven> = {}) {
  const { app, stack } = build(
    { ...examples[partition], ...changed },
    { bundling: false, site: built, app: { outdir: mkdtempSync(join(place, partition)) } },
  )
  const template: Template = app.synth().getStackByName(stack.stackName).template
  return { template, app }
}
/** What the rule pack finds, and where. */
const findingsIn = (app: App) => {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app)
  return violations.map(({ ruleName, violatingResources }) => [ruleName, ...violatingResources.map((at) => at.constructPath)])
}
const aws = synthesised('aws')
const china = synthesised('aws-cn')

describe('what must stay', () => checkState(china.template))
describe('who may do what', () => checkGrants(aws.template))
describe('what is granted and what is called', () => checkCalls(aws.template, china.template))
describe('who calls whom', () => checkWiring(aws.template))
describe('what is watched', () => checkWatching(aws.template))
describe('the site', () => {
  checkSite(aws.template)
  checkSiteWithPolicies(aws.template)
})
describe('the site in the China regions', () => {
  checkSite(china.template)
  checkSiteWithoutPolicies(china.template)
})

describe.each([
  ['aws', aws],
  ['aws-cn', china],
] as const)('the template for %s', (partition, { template, app }) => {
  test('is as it was when it was last looked at', () =>
    expect(withoutAssets(template)).toMatchFileSnapshot(`./snapshots/${partition}.snap`))
  test('has no finding without a reason', () => expect(findingsIn(app)).toEqual([]))
})

describe.each([
  ['aws', aws],
  ['aws-cn', china],
] as const)('the template for %s with a virus scanner', (partition, { template: without }) => {
  const { template, app } = synthesised(partition, { clamav: scanner })

  checkScanning(template, without)
  test('has no finding without a reason', () => expect(findingsIn(app)).toEqual([]))
})

describe('the template with the built site in it', () => {
  const { template, app } = synthesised('aws', { built: join(place, 'web') })

  test('has no finding without a reason', () => expect(findingsIn(app)).toEqual([]))
  test('deletes nothing from the site when new files are put there', () => {
    const copies = ofType(template, 'Custom::CDKBucketDeployment')
    expect(copies).toHaveLength(2)
    for (const [, { Properties }] of copies) expect(Properties?.Prune).toBe(false)
  })
  test('tells the pages of the application who runs it, after they were built', () => {
    const words = { hostZh: '某某厅', hostEn: 'Some Department', icp: '某ICP备00000000号', police: '某公网安备00000000000000号' }
    const { app: telling } = synthesised('aws', { built: join(place, 'web'), site: words })
    const pages = globSync('asset.*/*/index.html', { cwd: telling.outdir }).filter((page) =>
      readFileSync(join(telling.outdir, page), 'utf8').includes(words.hostZh),
    )
    expect(pages.map((page) => page.split('/').slice(1).join('/')).sort()).toEqual(['app/index.html', 'r/index.html'])
  })
})

describe('the template for the China regions', () => {
  const absent = /^AWS::(SES|Cognito|Lambda::Url|CloudFront::(OriginAccessControl|Function|CachePolicy|ResponseHeadersPolicy)|XRay)/

  test('asks for nothing that is not offered there', () =>
    expect(Object.values(china.template.Resources).filter(({ Type }) => absent.test(Type))).toEqual([]))
  test('hears of no mail that comes back later: its mail server tells nothing', () =>
    expect(JSON.stringify(china.template)).not.toMatch(/MAIL_CONFIGURATION_SET|aws\.ses/))
  test('traces nothing', () => expect(JSON.stringify(china.template)).not.toMatch(/"Mode":"Active"|xray:/))
  test('names the other partition nowhere', () => expect(JSON.stringify(china.template)).not.toMatch(/arn:aws:/))
  test('has the same functions, queues, tables and buckets as the other', () => {
    const same = [
      'AWS::Lambda::Function',
      'AWS::SQS::Queue',
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::StepFunctions::StateMachine',
    ]
    for (const type of same) {
      const ids = ({ template }: { template: Template }) => ofType(template, type).map(([id]) => id)
      expect(ids(china)).toEqual(ids(aws))
    }
  })
})
