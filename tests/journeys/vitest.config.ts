import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Journeys that move the world's clock: nobody's session and few deadlines outlast it. */
const later = ['deciding', 'afterwards']

/**
 * One order on every machine, by name: the files share one world, and what one leaves behind another must find in the same way everywhere. Those that let days go
 * by come last, so that all others find the world as it was made.
 */
class InTime extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const moves = ({ moduleId }: TestSpecification) => later.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
    return files.toSorted((a, b) => moves(a) - moves(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/** The journeys in a browser: one stack and one world for all of them, one file after the other. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: 'tests/journeys/setup.ts',
    fileParallelism: false,
    sequence: { sequencer: InTime },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 180_000,
  },
})
