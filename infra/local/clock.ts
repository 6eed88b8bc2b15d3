import type { DatabaseSync } from 'node:sqlite'

/** Days, hours, minutes and seconds of an ISO 8601 duration; months and years have no fixed length and are not meant here. */
const duration = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Milliseconds of a duration such as `P3D` or `PT90M`, or undefined when it is none. */
export function milliseconds(text: string): number | undefined {
  const match = duration.exec(text)
  if (!match || match.slice(1).every((part) => part === undefined)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

/** This machine's time, moved forward by as much as was asked; the distance survives a restart. It never goes back. */
export class LocalClock {
  private readonly database: DatabaseSync
  private offset: number

  constructor(database: DatabaseSync) {
    this.database = database
    const row = database.prepare("SELECT value FROM settings WHERE name = 'clock offset'").get()
    this.offset = Number(row?.value ?? 0)
  }

  now(): number {
    return Date.now() + this.offset
  }

  /** Starts an empty platform in the past, so that what is played into it ends in the present. Only before anything has happened. */
  beginAt(moment: number): void {
    this.offset = moment - Date.now()
    this.keep()
  }

  /** Moves to a moment; an earlier one than now changes nothing. */
  moveTo(moment: number): void {
    this.offset = Math.max(this.offset, moment - Date.now())
    this.keep()
  }

  private keep(): void {
    this.database
      .prepare("INSERT INTO settings VALUES ('clock offset', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
      .run(String(this.offset))
  }
}
