import { Guest, Person } from '../../infra/local/play/person.ts'
import { inParallel } from '../../infra/local/play/time.ts'
import { stageKinds } from '../../shared/templates/schema.ts'
import { ownStack } from '../season/stack.ts'

/**
 * Starts the stack with its demo on data that are thrown away, and looks at it as somebody new does: signs in with what was printed, follows the links that
 * were printed, and finds a call in each stage. Ends with an error when something is missing.
 */
const stack = await ownStack(20_000 + (process.pid % 2000), [])
const { origin, said } = stack
const wrong: string[] = []
const expected = (holds: boolean, what: string) => {
  process.stdout.write(`  ${holds ? '✓' : '✗'} ${what}\n`)
  if (!holds) wrong.push(what)
}

const printed = said.split('\n').slice(-40).join('\n')
const passwords = [...printed.matchAll(/^ {2}(\S.*?) {2,}(\S+@\S+) {2}(\S+)$/gm)].map(([, role = '', email = '', password = '']) => ({
  role,
  email,
  password,
}))
const links = [...printed.matchAll(/^ {2}(\S.*?) {2,}(http\S+\/mailbox\/\d+)$/gm)].map(([, role = '', mail = '']) => ({ role, mail }))
expected(passwords.length >= 7 && links.length >= 2, `${passwords.length} accounts and ${links.length} links are printed`)

/** Who hosts calls: the printed, and the universities that sign in by link. */
const people: Person[] = []
for (const { role, email, password } of passwords) {
  const person = new Person(origin, email, password)
  const { status, body } = await person.ask('POST', '/sign-in', { body: { email, password } })
  expected(status === 200, `${role} signs in${status === 200 ? '' : `: ${status} ${body.code}`}`)
  people.push(person)
}
for (const { role, mail } of links) {
  const token = /\/r#t=([\w-]+)/.exec(await (await fetch(mail)).text())?.[1] ?? ''
  const guest = new Guest(origin, { token, mail: { id: 0, at: '', subject: '', links: [] } })
  const opened = await guest.ask('POST', '/link/open', { body: { token } })
  expected(opened.status < 300, `the link of ${role} opens${opened.status < 300 ? '' : `: ${opened.status} ${opened.body.code}`}`)
  const { batch, category } = opened.body
  const shown = await guest.ask('GET', category ? `/batches/${batch}/categories/${category}/sheet` : `/batches/${batch}/desk`)
  const rows = (shown.body.rows ?? []) as unknown[]
  expected(rows.length > 0, `behind it lie ${rows.length} submissions`)
}

// Universities host rounds of their own; not all of them are printed, and the others sign in by the link of a mail.
const mails = (await (await fetch(`${origin}/mailbox.json?limit=100000`)).json()) as { to: string[] }[]
const universities = new Set(
  mails.flatMap(({ to }) => to).filter((email) => /^u\d+@/.test(email) && !people.some((each) => each.email === email)),
)
people.push(...[...universities].map((email) => new Person(origin, email)))

type Hosted = { id: string; template: { kind: string }; state: string; stage: number; stages: { kind: string }[] }
/** Of each call that runs: who hosts it, of what kind it is, and the stage it is in. */
const running: { host: Person; kind: string; stage: string }[] = []
let submissions = 0
let completed = 0
await inParallel(people, 4, async (host) => {
  for (const { id } of await host.rows<{ id: string }>('/batches?scope=hosted&limit=100')) {
    const { template, state, stage, stages } = await host.done<Hosted>('GET', `/batches/${id}`)
    submissions += (await host.rows(`/batches/${id}/submissions?limit=100`)).length
    if (state === 'completed') completed += 1
    if (state === 'open') running.push({ host, kind: template.kind, stage: stages[stage]?.kind ?? '' })
  }
})
const office = people[0]
// The list is published by hand, and with it the call is over: nothing stays in that stage.
for (const kind of stageKinds.filter((each) => each !== 'publish'))
  expected(
    running.some(({ stage }) => stage === kind),
    `a call is in its stage ${kind}`,
  )
expected(completed > 0, `${completed} calls are over, with their list published`)
expected(
  running.some(({ host, stage }) => host === office && stage === 'review'),
  'the national office has a call in review',
)
for (const kind of ['midterm', 'acceptance'])
  expected(
    running.some((each) => each.host === office && each.kind === kind),
    `the national office has a call of the kind ${kind}`,
  )
expected(submissions >= 100, `${submissions} submissions were handed in`)

await stack.stop(wrong.length > 0)
process.exit(wrong.length > 0 ? 1 : 0)
