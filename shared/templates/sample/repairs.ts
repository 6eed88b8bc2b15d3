import type { Cell, SectionValues } from '../../forms/schema.ts'
import type { Random } from './random.ts'

/** Makes answers made by chance agree with a rule, by the key of the rule. `own` is the section that the rule stands in. */
type Repair = (own: SectionValues, all: Record<string, SectionValues>, random: Random) => void

type Row = Record<string, Cell>
const rows = (value: SectionValues[string]): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []
const number = (value: unknown) => (typeof value === 'number' ? value : 0)
const sum = (table: SectionValues[string], column: string) => rows(table).reduce((total, row) => total + number(row[column]), 0)
const monthOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`

/** Cuts a whole number into parts by chance. */
function parts(total: number, shares: number, random: Random): number[] {
  const weights = Array.from({ length: shares }, () => random.between(20, 60))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const cut = weights.map((weight) => Math.floor((total * weight) / whole))
  return cut.map((part, index) => (index === 0 ? part + total - cut.reduce((sum, each) => sum + each, 0) : part))
}

const splitMembers =
  (...keys: string[]): Repair =>
  (own, _, random) => {
    const shares = parts(number(own.full) + number(own.probationary), keys.length, random)
    keys.forEach((key, index) => {
      own[key] = shares[index] ?? 0
    })
  }

/** A working life in order: born, joined, in the post. */
const lifeInOrder: Repair = (own, _, random) => {
  const born = random.between(1966, 1988)
  own.born = monthOf(born, random.between(1, 12))
  own.joined = monthOf(born + random.between(20, 26), random.between(1, 12))
  own.since = monthOf(random.between(2017, 2023), random.between(1, 12))
}

const yearly =
  (change: (row: Row, index: number, random: Random) => void, table: string): Repair =>
  (own, _, random) => {
    rows(own[table]).forEach((row, index) => {
      change(row, index, random)
    })
  }

/** The university's or college's members: a little more every year, ending at what the basics say. */
const membersAsInFigures: Repair = (_, all, random) => {
  const table = rows(all.figures?.members)
  const now = number(all.basics?.members)
  table.forEach((row, index) => {
    const members = Math.max(3, Math.round(now * (1 - 0.03 * (table.length - 1 - index))))
    row.members = members
    row.teachers = Math.round((members * random.between(25, 45)) / 100)
    row.students = members - row.teachers
    row.admitted = Math.round(members / 12)
    row.organisers = Math.max(1, Math.round(members / 400))
    row.perOrganiser = random.between(400, 1200)
  })
}

export const repairs: Record<string, Repair> = {
  membersBySex: (own, all, random) => {
    Object.assign(own, { full: random.between(9, 46), probationary: random.between(0, 8) })
    splitMembers('men', 'women')(own, all, random)
  },
  membersByAge: splitMembers('youngest', 'middle', 'eldest'),
  membersByDegree: splitMembers('doctors', 'masters', 'others'),
  committeeOfMembers: (own) => {
    own.committee = rows(own.committee).slice(0, Math.max(1, number(own.full)))
  },
  adultAtJoining: lifeInOrder,
  joinedBeforePost: lifeInOrder,
  sharesAreWhole: (own, _, random) => {
    const team = rows(own.team)
    const spare = parts(100 - team.length, team.length, random).sort((a, b) => b - a)
    team.forEach((row, index) => {
      row.share = 1 + (spare[index] ?? 0)
    })
  },
  branchesAddUp: yearly((row, index, random) => {
    const [teachers, students, others] = [random.between(10, 30), random.between(12, 40), random.between(0, 4)]
    Object.assign(row, {
      teachers: teachers + index,
      students: students + index,
      others,
      branches: teachers + students + others + 2 * index,
    })
    row.dual = Math.round(teachers * 0.8)
  }, 'organisations'),
  membersAddUp: (own, all, random) => membersAsInFigures(own, all, random),
  membersAsInFigures,
  enoughTraining: yearly((row, _, random) => {
    row.hours = random.between(32, 60) + 0.5
  }, 'members'),
  membersAsInBranches: (_, all, random) => {
    const members = sum(all.branches?.branches, 'members')
    if (all.basics) all.basics.members = members
    membersAsInFigures({}, all, random)
  },
  dualAreTeachers: yearly((row) => {
    row.dual = row.dual === true && row.nature === 'teachers'
  }, 'branches'),
  dualInTeachersBranch: (own, all) => {
    if (all.basics?.nature === 'retired') own.dual = false
  },
  endsWithTheTerm: (own) => {
    const schedule = rows(own.schedule)
    schedule.forEach((row, index) => {
      row.quarter = `q${index + 9 - schedule.length}`
    })
  },
  supportAddsUp: (own) => {
    own.total = sum(own.budget, 'first') + sum(own.budget, 'second')
  },
  budgetAddsUp: (own) => {
    const total = sum(own.items, 'amount')
    /** Sums as people plan them, in whole thousands of yuan. */
    const planned = (fen: number) => Math.floor(fen / 100_000) * 100_000
    const [asked, third] = [planned(total / 3), planned(total / 10)]
    Object.assign(own, { total, asked, third, own: total - asked - third })
  },
  noMoreThanThereAre: (own, _, random) => {
    own.present = number(own.members) - random.between(0, Math.floor(number(own.members) / 8))
  },
  oneVideo: (own) => {
    delete own.videoLink
  },
  ranThreeYears: (own, _, random) => {
    own.started = monthOf(random.between(2012, 2020), random.between(1, 12))
  },
  workedThreeYears: (own, _, random) => {
    const born = random.between(1968, 1990)
    own.born = monthOf(born, random.between(1, 12))
    own.since = monthOf(random.between(Math.max(1990, born + 22), 2020), random.between(1, 12))
  },
  stationsInOrder: yearly((row, index) => {
    const from = 1996 + index * 4
    row.from = monthOf(Math.min(from, 2023), 9)
    row.until = from >= 2019 ? null : monthOf(from + 4, 7)
  }, 'career'),
  plannedAddsUp: (own) => {
    own.planned = sum(own.spending, 'planned')
  },
  spentAddsUp: (own) => {
    own.spent = sum(own.spending, 'spent')
  },
  termIsLongEnough: (own, _, random) => {
    const year = random.between(2021, 2022)
    Object.assign(own, { from: monthOf(year, 3), until: monthOf(year + 2, 3) })
  },
  checkedBySomebodyElse: (own) => {
    own.checker = { name: '演示·审核人' }
  },
}
