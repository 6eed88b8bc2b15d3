import { readFileSync } from 'node:fs'
import type { Filling } from '../../../shared/templates/sample/fill.ts'
import { importSheet } from '../play/office.ts'
import type { Person } from '../play/person.ts'
import { inParallel } from '../play/time.ts'
import { type AccountWanted, openAccounts, type UnitSeen, unitsBelow, unitWithPerson } from '../play/tree.ts'
import { demoPassword } from './founding.ts'

/** A unit with the account that acts for it, and the university it is or lies in, by way of which college and branch. */
export type Seat = UnitSeen & { person: Person; above?: string; university: NonNullable<Filling['unit']> }
export type DemoUnits = {
  national: string
  provinces: Seat[]
  universities: Seat[]
  colleges: (Seat & { above: string })[]
  branches: (Seat & { above: string })[]
}

const register = new URL('../../../shared/register/sample.csv', import.meta.url)
/** Few people have one account that prints; everyone else signs in by the link of a mail. */
const officer = ['administrator', 'operator', 'approver'] as const
/** Universities of the demo that have accounts, and those of them that have colleges and branches. */
const universitiesUsed = 24
const withColleges = 8
/** Which of the universities decides on a round of its own at present; the first reviews one. Both have accounts that print. */
export const deciding = 1
/** The province whose accounts are printed on start: Jiangsu. */
export const shownProvince = '32'

/** The tree of the demo: the small register, accounts of provinces and of some universities, and below some of them colleges and branches. */
export async function demoUnits(office: Person): Promise<DemoUnits> {
  const { active } = await office.done<{ active: { organisation: { id: string } } }>('GET', '/me')
  const national = active.organisation.id
  await importSheet(office, national, 'register', readFileSync(register))
  const supervisors = await unitsBelow(office, national)
  const below = await Promise.all(supervisors.map(async (unit) => ({ unit, universities: await unitsBelow(office, unit.id) })))
  const chosen = pick(
    below
      .filter(({ unit }) => unit.kind !== 'ministry')
      .sort((a, b) => Number(b.unit.code === shownProvince) - Number(a.unit.code === shownProvince))
      .map(({ universities }) => universities),
  )
  const direct = below
    .filter(({ unit }) => unit.kind === 'ministry')
    .flatMap(({ universities }) => universities)
    .slice(0, 2)
  const universities = [...chosen, ...direct]
  const provinces = supervisors.filter(({ kind }) => kind !== 'ministry')
  const people = await openAccounts(
    office,
    national,
    [
      ...provinces.map((unit) => account(unit, 'p', unit.code === shownProvince ? demoPassword : undefined)),
      ...universities.map((unit, i) => account(unit, 'u', i === 0 || i === deciding || unit === direct[0] ? demoPassword : undefined)),
    ],
    4,
  )
  const seated = (units: readonly UnitSeen[], letter: string): Seat[] =>
    units.flatMap((unit) => {
      const person = people.get(account(unit, letter).email)
      return person ? [{ ...unit, person, university: { code: unit.code ?? '', name: unit.name } }] : []
    })
  const seats = seated(universities, 'u')
  const colleges: DemoUnits['colleges'] = []
  const branches: DemoUnits['branches'] = []
  await inParallel(seats.slice(0, withColleges), 2, async (university, i) => {
    for (const [c, name] of ['马克思主义学院', '信息工程学院'].entries()) {
      const college = await seat(university, 'college', name, `c${i + 1}${c + 1}`)
      colleges.push({ ...college, above: university.id })
      for (const [b, title] of ['教工第一党支部', '学生第一党支部'].entries()) {
        const branch = await seat(college, 'branch', `${name}${title}`, `b${i + 1}${c + 1}${b + 1}`)
        branches.push({ ...branch, above: college.id })
      }
    }
  })
  return { national, provinces: seated(provinces, 'p'), universities: seats, colleges, branches }
}

/** One university of each province in turn, so that the demo covers the country. */
function pick(groups: readonly UnitSeen[][]): UnitSeen[] {
  const chosen: UnitSeen[] = []
  for (let round = 0; chosen.length < universitiesUsed && round < 8; round++)
    for (const group of groups) {
      const next = group[round]
      if (next && chosen.length < universitiesUsed) chosen.push(next)
    }
  return chosen
}

const account = ({ code = '' }: UnitSeen, letter: string, password?: string): AccountWanted => ({
  code,
  email: `${letter}${code}@demo.example`,
  name: letter === 'p' ? '演示·王老师' : '演示·张老师',
  roles: officer,
  ...(password && { password }),
})

async function seat(above: Seat, kind: 'college' | 'branch', name: string, short: string): Promise<Seat> {
  const email = `${short}@demo.example`
  const someone = {
    email,
    name: kind === 'college' ? '演示·刘老师' : '演示·陈书记',
    ...(short.startsWith('c11') || short.startsWith('b111') ? { password: demoPassword } : {}),
  }
  const { id, person } = await unitWithPerson(above.person, above.id, { kind, name }, someone)
  return { id, name, kind, path: [], person, university: { ...above.university, [kind]: name } }
}
