import { expect, test } from 'vitest'
import { compose, mails } from '../mails/catalogue.ts'
import { type BatchMailKey, batchMailKeys } from '../mails/sentences.ts'
import { allTemplates } from '../templates/index.ts'
import { mailFacts, mailsOf } from './mail-facts.ts'
import type { StagePlan } from './schema.ts'

const [template] = allTemplates()
if (!template) throw new Error('no template')
const at = '2026-09-10T00:00:00.000Z'
const stage = (key: string, kind: StagePlan['kind'], closes: string | null): StagePlan => ({
  key,
  kind,
  title: { zh: `环节${key}`, en: `Stage ${key}` },
  opens: null,
  closes,
  on: true,
})
const dated = [
  stage('collect', 'collect', '2026-10-10T09:00:00.000Z'),
  stage('province', 'endorse', '2026-10-20T09:00:00.000Z'),
  stage('review', 'review', '2026-11-20T09:00:00.000Z'),
  stage('deliberate', 'deliberate', null),
]
const batch = (stages: StagePlan[]) => ({
  title: '演示批次',
  host: { id: 'host', name: '演示主办', kind: 'national' as const },
  stage: 0,
  stages,
  categories: template.categories.slice(-1).map(({ key }) => ({ key }) as never),
})
const mailOf = (key: BatchMailKey, stages: StagePlan[], asked: Partial<Parameters<typeof mailFacts>[3]> = {}) =>
  JSON.stringify(compose(key, { ...mails[key].sample, ...mailFacts(key, batch(stages), template, { at, ...asked }) }))

test.each(Object.keys(batchMailKeys) as BatchMailKey[])('%s can be shown for a batch with dates, and for one without', (key) => {
  expect(mailOf(key, dated)).toContain('演示批次')
  expect(
    mailOf(
      key,
      dated.map((each) => ({ ...each, closes: null })),
    ),
  ).toContain('演示批次')
  expect(mailOf(key, [])).toContain('演示批次')
})

test('the mail of a prepared extension says its date and its reason, of its own stage', () => {
  const prepared = { stage: 'province', closes: '2026-10-25T09:00:00.000Z', later: 'keep' as const, reason: '评审专家尚未到齐。' }
  const said = mailOf('deadline-moved', dated, { prepared })
  expect(said).toContain('评审专家尚未到齐。')
  expect(said).toContain('环节province')
  expect(said).toContain('10月25日')
  expect(mailOf('deadline-moved', dated)).toContain('环节collect')
})

test('a batch shows the mails that it sends: of the stages that it has, and of an award or of a check', () => {
  const acceptance = allTemplates().find(({ kind }) => kind === 'acceptance') ?? template
  const [selects, checks] = [template, acceptance].map((each) => mailsOf({ stages: dated }, each))
  const only = (these: readonly string[] = [], those: readonly string[] = []) => these.filter((mail) => !those.includes(mail))
  expect([only(selects, checks), only(checks, selects)]).toEqual([['award-granted', 'obligation-due'], ['award-checked']])
  const without = (kind: StagePlan['kind']) => mailsOf({ stages: dated.map((each) => ({ ...each, on: each.kind !== kind })) }, template)
  expect(only(selects, without('review')).sort()).toEqual([
    'expert-invitation',
    'expert-reminder',
    'review-assigned',
    'review-ended',
    'review-reopened',
  ])
  expect(only(selects, without('deliberate'))).toEqual(['approval-request', 'approval-withdrawn'])
})

test('the mail about a check says a result that there is in this batch', () => {
  const acceptance = allTemplates().find(({ kind }) => kind === 'acceptance') ?? template
  const facts = mailFacts('award-checked', batch(dated), acceptance, { at })
  expect(JSON.stringify(compose('award-checked', { ...mails['award-checked'].sample, ...facts }).zh)).toContain('的结论为“优秀”')
})

test('an approver is asked about a category of this batch', () => {
  const [last] = template.categories.slice(-1)
  expect(mailOf('approval-request', dated)).toContain(last?.title.zh)
})
