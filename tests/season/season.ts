import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { demoPassword, officeEmail } from '../../infra/local/demo/founding.ts'
import { apply, type Handed } from '../../infra/local/play/applying.ts'
import { approveSheet, publishList, publishNotice, sendSheet } from '../../infra/local/play/deciding.ts'
import { importSheet, openBatch } from '../../infra/local/play/office.ts'
import { Person } from '../../infra/local/play/person.ts'
import { confirmList, listsOf, recommendAll, screenAll } from '../../infra/local/play/recommending.ts'
import { assign, type ExpertName, invite, registerExperts, reviewAll } from '../../infra/local/play/reviewing.ts'
import { inParallel, localTime } from '../../infra/local/play/time.ts'
import { openAccounts, type UnitSeen, unitsBelow } from '../../infra/local/play/tree.ts'
import type { FormValues } from '../../shared/forms/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { type Acknowledged, invariants } from './invariants.ts'
import { ownStack } from './stack.ts'
import { printMeter, Tally } from './tally.ts'

const { values: asked } = parseArgs({
  options: {
    register: { type: 'string', default: new URL('../../shared/register/sample.csv', import.meta.url).pathname },
    submissions: { type: 'string', default: '100' },
    concurrency: { type: 'string', default: '8' },
    /** A stack that runs already; without it, one is started on data of its own. */
    origin: { type: 'string' },
    email: { type: 'string', default: officeEmail },
    /** Kills the stack without warning while applications come in. Only a stack of its own. */
    kill: { type: 'boolean', default: false },
  },
})
const wanted = Number(asked.submissions)
const concurrency = Number(asked.concurrency)
const day = 86_400_000
const tally = new Tally()
const say = (text: string) => process.stdout.write(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}\n`)
const began = Date.now()

const template = templateOf('jingpin-2024', 1)
if (!template) throw new Error('the template is not there')
const own = asked.origin ? undefined : await ownStack(18_000 + (process.pid % 2000))
const origin = asked.origin ?? own?.origin ?? ''
const clock = localTime(origin)
const office = new Person(origin, asked.email, process.env.SHUREN_PASSWORD ?? demoPassword)
await office.signIn()
const national = (await office.done<{ active: { organisation: { id: string } } }>('GET', '/me')).active.organisation.id

// The register, and accounts for everybody who takes part.
const imported = await tally.time('import the register', () => importSheet(office, national, 'register', readFileSync(asked.register)))
say(`register: ${imported.records} records, ${imported.problemCount} problems`)
const supervisors = await unitsBelow(office, national)
const universities = (await Promise.all(supervisors.map((unit) => unitsBelow(office, unit.id)))).flatMap((units, i) =>
  units.map((unit) => ({ ...unit, supervisor: supervisors[i] as UnitSeen })),
)
const perUniversity = Math.max(1, Math.ceil(wanted / Math.min(universities.length, Math.max(40, wanted / 2))))
const applying = spread(universities, Math.ceil(wanted / perUniversity))
const recommending = supervisors.filter(({ id, kind }) => kind !== 'ministry' && applying.some(({ supervisor }) => supervisor.id === id))
const email = (unit: UnitSeen) => `season-${unit.code}@demo.example`
const people = await tally.time('open the accounts', () =>
  openAccounts(
    office,
    national,
    [...applying, ...recommending].map((unit) => ({
      code: unit.code ?? '',
      email: email(unit),
      name: '演示·张老师',
      roles: ['administrator', 'operator', 'approver'],
    })),
    concurrency,
  ),
)
const personOf = (unit: UnitSeen): Person => {
  const person = people.get(email(unit))
  if (!person) throw new Error(`nobody for ${unit.name}`)
  return person
}
say(`accounts: ${people.size} people in ${applying.length} universities and ${recommending.length} recommending units`)

// The call, from opening to the deadline.
const start = (await clock.now()).getTime()
const at = (days: number) => new Date(start + days * day).toISOString()
const dates = {
  collect: { opens: at(0), closes: at(20) },
  'endorse-university': { opens: at(0), closes: at(25) },
  'endorse-province': { opens: at(0), closes: at(30) },
  screen: { opens: at(30), closes: at(35) },
  review: { opens: at(35), closes: at(50) },
  deliberate: { opens: null, closes: null },
  notice: { opens: null, closes: null },
  publish: { opens: null, closes: null },
}
const batch = await tally.time('open the batch', () =>
  openBatch(office, { template: 'jingpin-2024', title: '演示：2024年精品项目（整季）', dates }),
)
await clock.to(at(0.01))
say(`batch ${batch} is open`)
const categories = template.categories.map(({ key }) => key)
const jobs = applying
  .flatMap((unit, u) =>
    Array.from({ length: perUniversity }, (_, i) => ({
      unit,
      category: categories[(u + i * 5) % categories.length] ?? 'quality-project',
      seed: u * 7 + i,
    })),
  )
  .slice(0, wanted)
const acknowledged: (Handed & { values: FormValues })[] = []
const places: Counted = new Map()
let lists = 0
const half = Math.floor(jobs.length / 2)
const applyOne = async ({ unit, category, seed }: (typeof jobs)[number]) => {
  const form = formOf(template, category)
  if (!form) throw new Error(category)
  const handed = await tally.time('apply (form, files, hand in)', () =>
    apply(personOf(unit), { batch, category, form, seed, unit: { code: unit.code ?? '', name: unit.name } }),
  )
  acknowledged.push(handed)
  if (acknowledged.length % 50 === 0) say(`${acknowledged.length} of ${jobs.length} handed in`)
}
await inParallel(jobs.slice(0, half), concurrency, applyOne)
const rest = inParallel(jobs.slice(half), concurrency, applyOne)
if (asked.kill && own) {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  say('kill -9 of the stack in the middle')
  await own.killAndRestart()
  say('the stack is back')
}
await rest
say(`${acknowledged.length} handed in`)

// Too late is too late; the universities and the provinces recommend within their places.
await clock.to(at(20.01))
const [first] = applying
if (first) {
  const late = await personOf(first).ask('POST', `/batches/${batch}/submissions`, { body: { category: categories[0] } })
  if (late.body.code !== 'stage.closed') throw new Error(`a late application was answered ${late.status} ${late.body.code}`)
  tally.refuse('apply (form, files, hand in)')
}
/** Recommendations that were acknowledged, by unit and category. */
type Counted = Map<string, number>
const count = (into: Counted, unit: UnitSeen, by: Record<string, number>) => {
  for (const [category, some] of Object.entries(by)) into.set(`${unit.id} ${category}`, (into.get(`${unit.id} ${category}`) ?? 0) + some)
}
const recommendFrom = async (units: readonly UnitSeen[], action: string) => {
  await inParallel(units, concurrency, async (unit) => {
    const person = personOf(unit)
    const { full, other, recommended, by } = await tally.time(action, () => recommendAll(person, batch, unit.id))
    count(places, unit, by)
    tally.refuse(action, full)
    if (other.length > 0) throw new Error(`${unit.name}: ${other.join(', ')}`)
    if (recommended === 0) return
    for (const { category, used } of await listsOf(person, batch, unit.id)) {
      if (used === 0) continue
      await tally.time('print, stamp and confirm a list', () => confirmList(person, batch, unit.id, category))
      lists += 1
    }
  })
}
await recommendFrom(applying, 'a university recommends')
await clock.to(at(25.01))
await recommendFrom(recommending, 'a province recommends')
say('recommended')

// Qualification, review by links, decision, notice, publication.
await clock.to(at(30.1))
const screened = await tally.time('screen', () => screenAll(office, batch, (_, i) => i % 40 === 3))
await clock.to(at(35.1))
const experts: ExpertName[] = Array.from({ length: Math.max(6, Math.ceil(screened.qualified / 25)) }, (_, i) => ({
  name: `演示·专家${i + 1}`,
  email: `season-expert${i + 1}@demo.example`,
  unit: `演示第${i + 1}研究院`,
}))
const ids = await registerExperts(office, national, experts)
const guests = await tally.time('invite, open links, accept', () =>
  invite(
    office,
    batch,
    ids,
    experts.map((expert) => expert.email),
  ),
)
const assigned = await tally.time('assign', () => assign(office, batch))
say(`${screened.qualified} qualified, ${screened.disqualified} not, ${assigned} reviews assigned to ${guests.length} experts`)
let reviewed = 0
let sheets = 0
let decided = 0
await inParallel(guests, concurrency, async (guest, i) => {
  const done = await tally.time('an expert reviews everything', () =>
    reviewAll(guest, batch, (submission) => 0.55 + (((submission.codePointAt(20) ?? 0) * 13 + i * 7) % 41) / 100),
  )
  reviewed += done
})
say(`${reviewed} reviews submitted`)
await clock.to(at(50.1))
say('review is over')
const approver = { name: '演示·审定人', email: 'season-approver@demo.example' }
for (const category of categories) {
  const lines = await tally.time('decide and send a sheet', () => sendSheet(office, batch, category, approver))
  if (lines === 0) continue
  await tally.time('approve by link', () => approveSheet(origin, batch, category, approver.email))
  sheets += 1
  decided += lines
}
const undecided = (await office.done<{ rows: { category: string; state: string }[] }>('GET', `/batches/${batch}/sheets`)).rows.filter(
  ({ state }) => state !== 'approved',
)
if (undecided.length > 0) say(`nothing to decide in ${undecided.map(({ category }) => category).join(', ')}`)
await clock.settle()
say('the sheets are approved')
const { ends } = await tally.time('publish the notice', () => publishNotice(office, batch, '演示：精品项目拟入选名单公示'))
const early = await office.ask('POST', `/batches/${batch}/publication`)
if (early.body.code !== 'notice.running')
  throw new Error(`publication before the notice ended was answered ${early.status} ${early.body.code}`)
await clock.to(new Date(Date.parse(ends) + 1000).toISOString())
await tally.time('publish the list', () => publishList(office, batch))
await clock.settle()
const awards = await allAwards()
say(`${awards.length} awards are published`)

// The same type is barred while the award is open; acceptance closes it.
let checked: { batch: string; accepted: number; acknowledged: Acknowledged } | undefined
const [held] = awards
if (held) {
  const page = await fetch(`${origin}/certificates/${held.number}.html`)
  if (!page.ok || !(await page.text()).includes(held.number)) throw new Error(`the certificate ${held.number} has no public page`)
  checked = await accept()
}

type Held = { id: string; unit: { id: string }; category: string; state: string; number: string }
function allAwards(): Promise<Held[]> {
  return office.rows<Held>(`/batches/${batch}/awards`)
}

async function accept(): Promise<{ batch: string; accepted: number; acknowledged: Acknowledged }> {
  const checking = templateOf('jingpin-acceptance', 1)
  const form = checking && formOf(checking, 'projects')
  if (!form) throw new Error('no form of acceptance')
  const from = (await clock.now()).getTime()
  const later = (days: number) => new Date(from + days * day).toISOString()
  const source = await openBatch(office, {
    template: 'jingpin-acceptance',
    title: '演示：精品项目验收（整季）',
    source: batch,
    dates: {
      collect: { opens: later(0), closes: later(10) },
      'endorse-university': { opens: later(0), closes: later(12) },
      'endorse-province': { on: false },
      review: { opens: later(12), closes: later(20) },
      deliberate: { opens: null, closes: null },
      notice: { opens: null, closes: null },
      publish: { opens: null, closes: null },
    },
  })
  say(`the batch of acceptance ${source} is open`)
  await clock.to(later(0.01))
  const some = awards.slice(0, Math.min(20, awards.length))
  const reports: Acknowledged['submissions'][number][] = []
  const recommended: Counted = new Map()
  let grades = 0
  await inParallel(some, concurrency, async (award, i) => {
    const unit = applying.find(({ id }) => id === award.unit.id)
    if (unit)
      reports.push(
        await tally.time('report for acceptance', () =>
          apply(personOf(unit), { batch: source, category: 'projects', form, seed: 5000 + i, award: award.id }),
        ),
      )
  })
  say(`${some.length} reports are handed in`)
  await clock.to(later(10.01))
  await inParallel(
    applying.filter(({ id }) => some.some(({ unit }) => unit.id === id)),
    concurrency,
    async (unit) => count(recommended, unit, (await recommendAll(personOf(unit), source, unit.id)).by),
  )
  await clock.to(later(12.1))
  const judges = await invite(
    office,
    source,
    ids.slice(0, 4),
    experts.slice(0, 4).map((expert) => expert.email),
  )
  const assigned = await assign(office, source)
  await inParallel(judges, 4, async (judge, i) => {
    const done = await reviewAll(judge, source, (submission) => 0.7 + (((submission.codePointAt(22) ?? 0) + i) % 28) / 100)
    grades += done
  })
  say('the reports are graded')
  await clock.to(later(20.1))
  const decided = await sendSheet(office, source, 'projects', approver)
  await approveSheet(origin, source, 'projects', approver.email)
  await clock.settle()
  const notice = await publishNotice(office, source, '演示：精品项目验收结果公示')
  await clock.to(new Date(Date.parse(notice.ends) + 1000).toISOString())
  await publishList(office, source)
  await clock.settle()
  const after = await allAwards()
  const settled = after.filter(({ id, state }) => some.some((award) => award.id === id) && state !== 'open')
  say(
    `${settled.length} of ${some.length} awards went through acceptance: ${JSON.stringify(
      Object.fromEntries([...Map.groupBy(settled, ({ state }) => state)].map(([state, rows]) => [state, rows.length])),
    )}`,
  )
  if (settled.length !== some.length) throw new Error('acceptance left awards as they were')
  return {
    batch: source,
    accepted: settled.filter(({ state }) => state === 'closed').length,
    acknowledged: {
      submissions: reports,
      recommended,
      lists: 0,
      qualified: 0,
      disqualified: 0,
      experts: judges.length,
      assigned,
      reviews: grades,
      sheets: 1,
      decided,
      awards: 0,
      settled: 0,
      accepted: 0,
    },
  }
}

/** As many universities as asked, taken from each supervising unit in turn. */
function spread<U extends { supervisor: UnitSeen }>(units: readonly U[], count: number): U[] {
  const groups = [...Map.groupBy(units, ({ supervisor }) => supervisor.id).values()]
  const chosen: U[] = []
  for (let round = 0; chosen.length < count && round < 200; round++)
    for (const group of groups) {
      const next = group[round]
      if (next && chosen.length < count) chosen.push(next)
    }
  return chosen
}

process.stdout.write('\n')
tally.print()
process.stdout.write('\n')
await printMeter(origin)
process.stdout.write('\n')
const call: Acknowledged = {
  submissions: acknowledged,
  recommended: places,
  lists,
  ...screened,
  experts: guests.length,
  assigned,
  reviews: reviewed,
  sheets,
  decided,
  awards: awards.length,
  settled: checked?.acknowledged.submissions.length ?? 0,
  accepted: checked?.accepted ?? 0,
}
const checks = [
  { of: 'the call', holds: await invariants(office, batch, call) },
  ...(checked ? [{ of: 'its acceptance', holds: await invariants(office, checked.batch, checked.acknowledged) }] : []),
]
for (const { of, holds } of checks) {
  process.stdout.write(`  ${of}\n`)
  for (const { name, checked: count, broken } of holds) {
    process.stdout.write(`  ${broken.length === 0 ? '✓' : '✗'} ${name} (${count})\n`)
    for (const each of broken.slice(0, 10)) process.stdout.write(`      ${each}\n`)
  }
}
const isBroken = checks.some(({ holds }) => holds.some(({ broken }) => broken.length > 0))
await own?.stop(isBroken)
process.exit(isBroken ? 1 : 0)
