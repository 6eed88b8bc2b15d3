import { accept, type Outcome, type Refusal } from '../../shared/outcome.ts'
import { type Account, type AccountProblem, accountProblem } from '../../shared/people/accounts.ts'
import { derivedId } from '../aws/derived.ts'
import type { Doing } from '../aws/table.ts'
import { members } from '../people/members.ts'
import type { Counts } from './importFile.ts'
import { type UnitRow, units } from './rows.ts'

/** So many invitations are under way at once. */
const abreast = 6
export type Opened = { counts: Counts; refusals: { account: Account; refusal: Refusal }[] }

/** The units below one that a sheet of accounts names, by code; and what is wrong with rows whose unit is not there. */
export async function unitsNamed(
  organisation: UnitRow,
  accounts: readonly Account[],
): Promise<{ named: Map<string, UnitRow>; problems: AccountProblem[] }> {
  const codes = [...new Set(accounts.map(({ code }) => code))]
  const found: (UnitRow | undefined)[] = []
  for (let from = 0; from < codes.length; from += 100) found.push(...(await units.byCodes(codes.slice(from, from + 100))))
  const below = found.filter((unit) => unit?.state === 'active' && unit.path.includes(organisation.id))
  const named = new Map(below.flatMap((unit) => (unit?.code ? [[unit.code, unit]] : [])))
  const problems = accounts.flatMap(({ line, code }) =>
    named.has(code) ? [] : [accountProblem(line, 'code', 'account.unit-unknown', { code })],
  )
  return { named, problems }
}

/** Invites the people of some rows into their units. Who is a member or invited already stays as they are. */
export async function openAccounts(organisation: UnitRow, importId: string, accounts: readonly Account[], doing: Doing): Promise<Opened> {
  const { named } = await unitsNamed(organisation, accounts)
  const outcomes: Outcome<unknown>[] = []
  for (let from = 0; from < accounts.length; from += abreast)
    outcomes.push(...(await Promise.all(accounts.slice(from, from + abreast).map((account) => open(account)))))

  async function open(account: Account): Promise<Outcome<unknown>> {
    const unit = named.get(account.code)
    const problem: Refusal = { ok: false, code: 'account.unit-unknown', details: { code: account.code } }
    return unit ? members.invite(unit, account, { ...doing, request: derivedId(importId, account.code, account.email) }) : problem
  }
  const counts: Counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }
  const refusals: Opened['refusals'] = []
  for (const [i, account] of accounts.entries()) {
    const outcome = outcomes[i] ?? accept(null)
    if (outcome.ok) counts.created++
    else if (outcome.code === 'member.already' || outcome.code === 'member.already-invited') counts.unchanged++
    else {
      counts.refused++
      refusals.push({ account, refusal: outcome })
    }
  }
  return { counts, refusals }
}
