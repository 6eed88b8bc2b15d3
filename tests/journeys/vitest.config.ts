import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { oneThread } from '../../vitest.config.ts'

/** Journeys that move the world's clock: nobody's session and few deadlines outlast it. */
const later = ['taken-back', 'deciding', 'afterwards']

/**
 * Half of the journeys, as their time goes, and the rounds of all pages. With `--shard 1/2` these are run, with `--shard 2/2` the others, so that each half has a
 * stack and a world of its own beside the other.
 */
const firstHalf = [
  ...['accounts', 'files', 'keeping', 'keys', 'long-list', 'mails', 'review-phone', 'stamped', 'submit', 'together', 'visitor', 'writing'],
  ...['design', 'legible', 'sweep'],
]

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
    if (count > 2) throw new Error('The journeys have two halves.')
    return count < 2 ? files : files.filter((file) => among(firstHalf, file) >= 0 === (index === 1))
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
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 180_000,
  },
})
