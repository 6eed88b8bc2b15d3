import { localTime } from '../play/time.ts'

const day = 86_400_000
export type Moment = { at: number; what: string; act: () => Promise<void> }

/** Acts of several calls in the order of their days, counted from the present (negative: in the past); the clock moves forward between them. */
export class Timeline {
  private readonly moments: Moment[] = []
  readonly start: number
  constructor(present: number) {
    this.start = present
  }
  /** The instant of a day, at eight in the morning of Beijing. */
  instant(days: number): string {
    return new Date(Math.floor((this.start + days * day) / day) * day).toISOString()
  }
  on(days: number, what: string, act: () => Promise<void>): void {
    this.moments.push({ at: days, what, act })
  }
  async play(origin: string, say: (text: string) => void): Promise<void> {
    const clock = localTime(origin)
    const ordered = this.moments.map((moment, i) => ({ ...moment, i })).sort((a, b) => a.at - b.at || a.i - b.i)
    for (const [i, { at, what, act }] of ordered.entries()) {
      await clock.to(new Date(this.start + at * day).toISOString())
      say(`  ${String(i + 1).padStart(2)}/${ordered.length}  ${what}`)
      await act()
      await clock.settle()
    }
    await clock.to(new Date(this.start).toISOString())
  }
}
