import { beijing } from '../../shared/calendar/beijing.ts'
import { returnReasons } from '../../shared/mails/returns.ts'
import { type AccountShow, accountGap, hasReturned } from '../../shared/people/account-standing.ts'
import { countAll } from '../../shared/people/members.ts'
import { type Membership, memberStates } from '../../shared/people/schema.ts'
import { roles } from '../../shared/permissions/actors.ts'
import { pick } from '../../shared/pick.ts'
import { inARow, type Language } from '../../shared/text.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { excelBody } from '../documents/excel/answer.ts'
import { type Listed, units } from './rows.ts'

/** So many people of each unit are shown; a unit with more is opened by itself. */
const shownPeople = 50
/** How many pages of units one request reads while what it finds is filtered away. */
const mostPages = 4
/** Units whose people are read at once. */
const atOnce = 100

type Asked = { cursor?: string | undefined; limit: number; show?: AccountShow | undefined }

async function withPeople(rows: readonly Listed[]) {
  const people = await Promise.all(rows.map(({ id }) => table.all<Membership>({ pk: key.organisation(id).pk, begins: 'MEMBER#' })))
  return rows.map(({ id, kind, summary: { code, name, state } }, i) => {
    const present = (people[i] ?? []).filter((person) => person.state !== 'left')
    const count = countAll(present)
    return {
      id,
      kind,
      code,
      name,
      state,
      gap: accountGap(state, count),
      returned: hasReturned(state, count),
      people: present
        .slice(0, shownPeople)
        .map((row) => pick(row, ['person', 'name', 'email', 'roles', 'state', 'invitedAt', 'joinedAt', 'returned'])),
    }
  })
}
type AccountsRow = Awaited<ReturnType<typeof withPeople>>[number]

const fits = ({ gap, returned }: AccountsRow, show: AccountShow | undefined) =>
  show === undefined || (show === 'returned' ? returned : gap === show)

/**
 * A page of the units right below one, each with its people and whether they have ever signed in; with `show` of those alone that lack something. Such a page may be
 * short, and is the last only when it has no cursor.
 */
export async function accountsBelow(
  organisation: string,
  { cursor, limit, show }: Asked,
): Promise<{ rows: AccountsRow[]; cursor?: string }> {
  const rows: AccountsRow[] = []
  let from = cursor
  for (let page = 0; page < mostPages; page++) {
    const found = await units.below(organisation, { cursor: from, limit: limit - rows.length })
    rows.push(...(await withPeople(found.rows)).filter((unit) => fits(unit, show)))
    from = found.cursor
    if (from === undefined || rows.length >= limit) break
  }
  return from === undefined ? { rows } : { rows, cursor: from }
}

/**
 * How many units there are right below one, how many of them lack an account or have never used it, and in how many an invitation came back. Each unit counts its people itself, so that this costs the same
 * however many there are.
 */
export async function accountCounts(organisation: string): Promise<Record<'all' | AccountShow, number>> {
  const below = await units.allBelow(organisation)
  const rows = await units.many(
    below.map(({ id }) => id),
    false,
  )
  const counts = { all: below.length, without: 0, never: 0, returned: 0 }
  for (const unit of rows) {
    const gap = unit && accountGap(unit.state, unit)
    if (gap) counts[gap] += 1
    if (unit && hasReturned(unit.state, unit)) counts.returned += 1
  }
  return counts
}

/** All units right below one with their people. */
async function all(organisation: string): Promise<AccountsRow[]> {
  const below = await units.allBelow(organisation)
  const rows: AccountsRow[] = []
  for (let from = 0; from < below.length; from += atOnce) rows.push(...(await withPeople(below.slice(from, from + atOnce))))
  return rows
}

const gaps = {
  without: { zh: '无账号', en: 'No account' },
  never: { zh: '无人登录过', en: 'Nobody ever signed in' },
  used: { zh: '使用中', en: 'In use' },
  closed: { zh: '已撤销', en: 'Closed' },
} as const

/** The same list as Excel, a line for each person, and one for each unit that has nobody. */
export async function excelOfAccounts(organisation: string, show: AccountShow | undefined, language: Language): Promise<ArrayBuffer> {
  const wanted = (await all(organisation)).filter((unit) => fits(unit, show))
  type Line = { unit: AccountsRow; person?: AccountsRow['people'][number] }
  const lines = wanted.flatMap((unit): Line[] => (unit.people.length > 0 ? unit.people.map((person) => ({ unit, person })) : [{ unit }]))
  const time = (at: string | undefined) => at && beijing.format(at, language)
  return excelBody<Line>(
    [
      { heading: { zh: '单位代码', en: 'Code' }, width: 14, value: ({ unit }) => unit.code },
      { heading: { zh: '单位', en: 'Unit' }, width: 32, value: ({ unit }) => unit.name },
      {
        heading: { zh: '账号情况', en: 'Accounts' },
        width: 16,
        value: ({ unit }) => gaps[unit.state === 'closed' ? 'closed' : (unit.gap ?? 'used')][language],
      },
      { heading: { zh: '姓名', en: 'Name' }, width: 14, value: ({ person }) => person?.name },
      { heading: { zh: '邮箱', en: 'Email' }, width: 28, value: ({ person }) => person?.email },
      {
        heading: { zh: '角色', en: 'Roles' },
        width: 22,
        value: ({ person }) =>
          person &&
          inARow(
            person.roles.map((role) => roles[role][language]),
            language,
          ),
      },
      { heading: { zh: '状态', en: 'State' }, width: 18, value: ({ person }) => person && memberStates[person.state][language] },
      { heading: { zh: '邀请时间', en: 'Invited' }, width: 26, value: ({ person }) => time(person?.invitedAt) },
      {
        heading: { zh: '邀请邮件退回', en: 'Invitation came back' },
        width: 44,
        value: ({ person }) =>
          person?.returned && `${beijing.format(person.returned.at, language)} ${returnReasons[person.returned.why][language]}`,
      },
      { heading: { zh: '首次登录', en: 'First signed in' }, width: 26, value: ({ person }) => time(person?.joinedAt) },
    ],
    lines,
    language,
  )
}
