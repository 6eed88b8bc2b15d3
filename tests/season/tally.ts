type Row = { action: string; times: number[]; refused: number }

/** Counts and times of what was done, by action, as they were seen from outside. */
export class Tally {
  private readonly rows = new Map<string, Row>()
  private row(action: string): Row {
    const row = this.rows.get(action) ?? { action, times: [], refused: 0 }
    this.rows.set(action, row)
    return row
  }
  async time<T>(action: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now()
    const result = await work()
    this.row(action).times.push(performance.now() - from)
    return result
  }
  refuse(action: string, count = 1): void {
    this.row(action).refused += count
  }
  print(): void {
    const at = (times: number[], share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    const lines = [...this.rows.values()].map(({ action, times, refused }) => {
      times.sort((a, b) => a - b)
      return [action, String(times.length), `${at(times, 0.5).toFixed(0)} ms`, `${at(times, 0.95).toFixed(0)} ms`, String(refused)]
    })
    table(['action', 'done', 'p50', 'p95', 'refused as expected'], lines)
  }
}

export function table(head: readonly string[], lines: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)))
  const print = (cells: readonly string[]) =>
    process.stdout.write(
      `  ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}\n`,
    )
  print(head)
  for (const line of lines) print(line)
}

/** Database units and round trips by route, as the stack's meter counted them. */
export async function printMeter(origin: string): Promise<void> {
  const totals = (await (await fetch(`${origin}/local/meter`)).json()) as Record<
    string,
    { runs: number; roundTrips: number; readUnits: number; writeUnits: number }
  >
  const lines = Object.entries(totals)
    .filter(([, { runs }]) => runs > 0)
    .map(([route, { runs, roundTrips, readUnits, writeUnits }]) => [
      route,
      String(runs),
      ...[readUnits, writeUnits, roundTrips].map((value) => (value / runs).toFixed(1)),
    ])
  table(['route', 'requests', 'read units', 'write units', 'round trips'], lines)
}
