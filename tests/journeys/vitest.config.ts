import { defineConfig } from 'vitest/config'

/** The journeys in a browser: one stack and one world for all of them, one file after the other. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: 'tests/journeys/setup.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 180_000,
  },
})
