import { fileURLToPath } from 'node:url'
import { openFullCall } from '../http/full-call.ts'
import { costs } from './costs.ts'
import { Report } from './report.ts'
import { sizes } from './sizes.ts'
import { speeds } from './speeds.ts'

/**
 * Figures beside their budgets. Units, bytes and sizes over their budget fail the run; times are told beside floors of the same run, never fail it, and are left out
 * with `--exact`, as where other checks run beside it.
 */
const exact = process.argv.includes('--exact')
const root = fileURLToPath(new URL('../..', import.meta.url))
const report = new Report()
const call = await openFullCall()
await costs(call, report)
if (!exact) await speeds(call, report)
await call.close()
sizes(report, `${root}web/dist`, exact)
report.print()
if (process.argv.includes('--write'))
  report.write(
    `${root}docs/benchmark.md`,
    '# Benchmark\n\nMade by `npm run bench -- --write` on {made}, the native database engine in memory. Units, bytes and sizes are exact; times belong to the machine and are read beside the floors.',
  )
process.exit(report.over.length > 0 ? 1 : 0)
