import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { annotated } from '../../functions/documents/excel/annotated.ts'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { refusals } from '../../shared/refusals.ts'
import { readRegister } from '../../shared/register/read.ts'
import { remarksOn } from '../../shared/register/remarks.ts'
import { say as fill } from '../../shared/text.ts'

/**
 * Imports a register of institutions, or accounts for the units below, over the API, signed in like anybody else.
 * The same checks and the same plan as on screen; with --dry-run nothing is carried out. Reading a register needs no platform: without an account
 * --dry-run says what is in the file, and with one what that would change.
 */
const usage = `npm run import -- register|accounts FILE [options]
  FILE            CSV or Excel: code,name,province,department,city,level,remarks  or  code,email,name,roles
  --dry-run       only say what would change and what is wrong; of a register, without an account, what is in the file and what is wrong with it
  --origin URL    where the platform answers (http://localhost:3000)
  --email ADDRESS the account to sign in with (or SHUREN_EMAIL); its password is read from SHUREN_PASSWORD
  --checked FILE  write the sheet back with remarks beside its rows
Ends with 0 when every row is in, 2 when rows were refused, 1 when nothing could be done.`

type Text = { zh: string; en: string }
type Finding = { row: number; column?: string; code: string; text?: Text } & Partial<Text>
type Plan = {
  import: string
  records: number
  create: number
  change?: number
  unchanged?: number
  account?: Record<string, number>
  supervisors?: { code: string; name: string }[]
  problems: Finding[]
  problemCount: number
  oddities?: Finding[]
  oddityCount?: number
  next: number | null
}
type Progress = { total: Record<string, number>; refusals: Finding[]; records: number; next: number | null }

const chinese = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('zh')
const say = (line: string) => process.stdout.write(`${line}\n`)
const both = (zh: string, en: string) => say(chinese ? zh : en)
const sentence = ({ text, zh, en }: Finding) => (chinese ? (text?.zh ?? zh) : (text?.en ?? en)) ?? ''

class Refused extends Error {}

/** Asks the API; what it refuses is said in the language of the terminal. */
function client(origin: string) {
  let cookie = ''
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${origin}/api${path}`, { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    if (response.ok) return response
    const refusal = (await response.json().catch(() => ({}))) as Partial<Text>
    throw new Refused((chinese ? refusal.zh : refusal.en) ?? `${response.status} ${response.statusText}`)
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      origin: { type: 'string', default: 'http://localhost:3000' },
      email: { type: 'string', default: process.env.SHUREN_EMAIL },
      checked: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [kind, file] = positionals
  const password = process.env.SHUREN_PASSWORD
  const path = kind === 'register' ? 'register' : kind === 'accounts' ? 'accounts/import' : undefined
  if (values.help || !path || !file) {
    say(usage)
    return values.help ? 0 : 1
  }
  if (kind === 'register' && values['dry-run'] && !values.email) return readAlone(file, values.checked)
  if (!values.email || !password) {
    both(
      '请用 --email 给出账号，并在环境变量 SHUREN_PASSWORD 中给出密码。',
      'Give the account by --email and its password in SHUREN_PASSWORD.',
    )
    return 1
  }
  const ask = client(values.origin.replace(/\/$/, ''))
  const json = { 'content-type': 'application/json' }
  await ask('/sign-in', { method: 'POST', headers: json, body: JSON.stringify({ email: values.email, password }) })
  const me = (await (await ask('/me')).json()) as { active: { organisation: { id: string; name: string } } }
  const imports = `/organisations/${me.active.organisation.id}/${path}`
  const content = readFileSync(file)
  const plan = (await (
    await ask(imports, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: content })
  ).json()) as Plan
  showPlan(plan)
  if (values.checked) {
    writeFileSync(values.checked, Buffer.from(await (await ask(`${imports}/${plan.import}/checked`)).arrayBuffer()))
    both(`已写出带批注的表格：${values.checked}`, `The sheet with remarks: ${values.checked}`)
  }
  const refused = values['dry-run'] ? 0 : await carryOut(ask, `${imports}/${plan.import}/apply`, plan)
  await ask('/sign-out', { method: 'POST' })
  return plan.problemCount + refused > 0 ? 2 : 0
}

/** What is in a register, told from the file alone: no platform is asked, so that nothing can be said of what is there already. */
async function readAlone(file: string, checked: string | undefined): Promise<number> {
  const sheet = await readSpreadsheet(readFileSync(file))
  if (!sheet.ok) {
    say(fill(refusals[sheet.code], chinese ? 'zh' : 'en', sheet.details))
    return 1
  }
  const register = readRegister(sheet.value)
  const { institutions, problems, oddities } = register
  showAccount(register.account)
  const supervisors = new Set(institutions.map(({ supervisor }) => supervisor.name))
  both(
    `可导入院校 ${institutions.length} 所，主管单位 ${supervisors.size} 个；问题 ${problems.length}，提示 ${oddities.length}`,
    `${institutions.length} institutions can be imported, under ${supervisors.size} supervising units; ${problems.length} problems, ${oddities.length} notes`,
  )
  both(
    '未登录，只检查文件本身；给出账号后可与平台已有单位比较。',
    'Not signed in: only the file was checked. With an account it is compared with the units that are there.',
  )
  showFindings([...problems, ...oddities])
  if (checked) {
    writeFileSync(checked, await annotated(sheet.value, remarksOn(sheet.value, register)))
    both(`已写出带批注的表格：${checked}`, `The sheet with remarks: ${checked}`)
  }
  return problems.length > 0 ? 2 : 0
}

function showAccount(account: Record<string, number>): void {
  both(
    `共 ${account.lines} 行：表头 ${account.header}，院校 ${account.institutions}，退回 ${account.refused}，续行 ${account.continued}，空行 ${account.blank}`,
    `${account.lines} lines: ${account.header} header, ${account.institutions} institutions, ${account.refused} refused, ${account.continued} continued, ${account.blank} blank`,
  )
}

function showFindings(findings: readonly Finding[]): void {
  for (const finding of findings) say(`  ${String(finding.row).padStart(5)}  ${(finding.column ?? '').padEnd(10)}  ${sentence(finding)}`)
}

function showPlan(plan: Plan): void {
  if (plan.account) showAccount(plan.account)
  both(
    `新增 ${plan.create}，变更 ${plan.change ?? 0}，不变 ${plan.unchanged ?? 0}；问题 ${plan.problemCount}，提示 ${plan.oddityCount ?? 0}`,
    `${plan.create} to create, ${plan.change ?? 0} to change, ${plan.unchanged ?? 0} as they are; ${plan.problemCount} problems, ${plan.oddityCount ?? 0} notes`,
  )
  if (plan.supervisors && plan.supervisors.length > 0)
    both(
      `将建立主管单位：${plan.supervisors.map(({ name }) => name).join('、')}`,
      `Supervising units to be entered: ${plan.supervisors.map(({ name }) => name).join(', ')}`,
    )
  showFindings([...plan.problems, ...(plan.oddities ?? [])])
}

/** Carries the plan out chunk by chunk; how many rows were refused on the way. */
async function carryOut(ask: ReturnType<typeof client>, path: string, plan: Plan): Promise<number> {
  const started = Date.now()
  let next = plan.next
  let refused = 0
  while (next !== null) {
    const progress: Progress = (await (await ask(`${path}?from=${next}`, { method: 'POST' })).json()) as Progress
    refused += progress.refusals.length
    for (const finding of progress.refusals) say(`  ${String(finding.row).padStart(5)}  ${sentence(finding)}`)
    next = progress.next
    const { created, changed, unchanged } = progress.total
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    both(
      `  ${next ?? progress.records}/${progress.records}  新增 ${created}，变更 ${changed}，不变 ${unchanged}  ${seconds} 秒`,
      `  ${next ?? progress.records}/${progress.records}  ${created} created, ${changed} changed, ${unchanged} as they were  ${seconds} s`,
    )
  }
  return refused
}

// Whoever reads only the first lines closes the pipe; that is no failure.
process.stdout.on('error', () => process.exit(0))

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
