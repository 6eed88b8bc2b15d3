import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { oneThread } from '../../vitest.config.ts'
import { patience } from './patience.ts'

/** Journeys that move the world's clock: nobody's session and few deadlines outlast it. */
const later = ['taken-back', 'deciding', 'afterwards']

/**
 * Three parts, as their time goes, each with a stack and a world of its own beside the others: `--shard 2/3` runs the second. A file that is named in none is in the
 * last.
 */
const parts = [
  [...later, 'batch', 'housekeeping', 'looking', 'recommend', 'returned'],
  ['design', 'keeping', 'legible', 'stamped', 'submit', 'sweep'],
]
const lastPart = parts.length + 1

const among = (names: readonly string[], { moduleId }: TestSpecification) =>
  names.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))

/**
 * One order on every machine, by name: the files share one world, and what one leaves behind another must find in the same way everywhere. Those that let days go
 * by come last, so that all others find the world as it was made.
 */
class InTime extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => among(later, a) - among(later, b) || a.moduleId.localeCompare(b.moduleId))
  }
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index = 1, count = 1 } = this.ctx.config.shard ?? {}
    if (count !== 1 && count !== lastPart) throw new Error(`The journeys have ${lastPart} parts.`)
    const partOf = (file: TestSpecification) => parts.findIndex((names) => among(names, file) >= 0) + 1 || lastPart
    return count === 1 ? files : files.filter((file) => partOf(file) === index)
  }
}

/** The journeys in a browser: one stack and one world for all of them, one file after the other, in one process that reads what they share once. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: 'tests/journeys/setup.ts',
    fileParallelism: false,
    isolate: false,
    execArgv: oneThread,
    sequence: { sequencer: InTime },
    testTimeout: 300_000,
    expect: { poll: { timeout: patience } },
    hookTimeout: 120_000,
    teardownTimeout: 180_000,
  },
})
