import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { table } from '../season/tally.ts'

type Part = { title: readonly string[]; rows: (readonly string[])[] }

/** Figures beside their budgets, in tables. A figure that is exact and over its budget fails the run; a time is told beside its floor and never does. */
export class Report {
  private readonly parts: Part[] = []
  readonly over: string[] = []

  /** Begins a table and gives what adds a row to it. */
  part(...title: readonly string[]): (...row: readonly string[]) => void {
    const part: Part = { title, rows: [] }
    this.parts.push(part)
    return (...row) => part.rows.push(row)
  }

  /** Says whether a figure keeps to its budget: a word for the last column, and if it is exact, a failed run. */
  judged(what: string, value: number, budget: number | undefined, exact = true): string {
    if (budget === undefined || value <= budget) return ''
    if (exact) this.over.push(what)
    return 'over'
  }

  print(): void {
    for (const { title, rows } of this.parts) {
      process.stdout.write('\n')
      table(title, rows)
    }
    for (const what of this.over) process.stderr.write(`over budget: ${what}\n`)
  }

  write(file: string, head: string): void {
    const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? ''}), Node ${process.version}`
    const day = new Date().toISOString().slice(0, 10)
    const tables = this.parts.map(
      ({ title, rows }) =>
        `\n| ${title.join(' | ')} |\n|${title.map(() => '---').join('|')}|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
    )
    writeFileSync(file, `${head.replace('{made}', `${day}: ${machine}`)}\n${tables.join('')}`)
  }
}

/** A number as it is read in a table: small ones with one place. */
export const shown = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
