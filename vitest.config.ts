import { defineConfig } from 'vitest/config'

/** Threads that clear memory away, three processes' worth of them, only wait for each other on two cores. */
export const oneThread = ['--single-threaded-gc']

const named = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)

/**
 * Two kinds of tests, three files at a time, because some wait for a clock. What only calculates shares its modules from file to file, which saves reading them a hundred times;
 * what starts an engine, a stack or the API has each file in a process of its own, because these live in the environment.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    execArgv: oneThread,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'rules', include: named('shared', 'events', 'functions', 'web'), isolate: false } },
      {
        extends: true,
        test: {
          name: 'stores and routes',
          include: named('infra', 'tests'),
          exclude: ['tests/journeys/**'],
          globalSetup: 'infra/local/prepare.ts',
        },
      },
    ],
  },
})
