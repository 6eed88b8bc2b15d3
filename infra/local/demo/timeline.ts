import { beijing as calendar } from '../../../shared/calendar/beijing.ts'
import { isWorkingDay } from '../../../shared/calendar/workingDays.ts'
import { localTime } from '../play/time.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Beijing's midnight comes so long before that of UTC. */
const beijing = 8 * hour
export type Moment = { at: number; what: string; act: () => Promise<void> }

/** Acts of several calls in the order of their days, counted from the present (negative: in the past); the clock moves forward between them. */
export class Timeline {
  private readonly moments: Moment[] = []
  readonly start: number
  constructor(present: number) {
    this.start = present
  }
  /** Midnight in Beijing at which a day begins: what closes then closes at 24:00 of the day before, as calls have it. */
  instant(days: number): string {
    return new Date(this.midnight(days)).toISOString()
  }
  /** Offices work by day, whenever the demo is made: what falls on a day is done from half past nine, on a half day after lunch, one thing some minutes after the other. */
  atWork(days: number, order = 0): string {
    const whole = Math.floor(days)
    return new Date(this.midnight(whole) + 9.5 * hour + (days - whole) * 10 * hour + order * minute).toISOString()
  }
  /** The working day on which, or next to which in time, a day falls: nothing is signed or announced on a weekend or in a holiday. */
  working(days: number, towards: 1 | -1): number {
    return isWorkingDay(calendar.date(this.instant(days))) ? days : this.working(days + towards, towards)
  }
  private midnight(days: number): number {
    return Math.floor((this.start + days * day + beijing) / day) * day - beijing
  }
  on(days: number, what: string, act: () => Promise<void>): void {
    this.moments.push({ at: days, what, act })
  }
  async play(origin: string, say: (text: string) => void): Promise<void> {
    const clock = localTime(origin)
    const ordered = this.moments.map((moment, i) => ({ ...moment, i })).sort((a, b) => a.at - b.at || a.i - b.i)
    for (const [i, { at, what, act }] of ordered.entries()) {
      await clock.to(this.atWork(at, i))
      say(`  ${String(i + 1).padStart(2)}/${ordered.length}  ${what}`)
      await act()
      await clock.settle()
    }
    await clock.to(new Date(this.start).toISOString())
  }
}
