import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Threads that clear memory away, three processes' worth of them, only wait for each other on two cores. */
export const oneThread = ['--single-threaded-gc']

const named = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)

/** What takes longest, by the seconds of a core that were measured, so that no long file is still at work when all others are done. */
const longest = [
  'http/workflow',
  ...['batches', 'endorsements', 'told', 'malformed'].map((slice) => `http/${slice}`),
  'infra/bundle',
  'stacks/shuren',
  'permissions/matrix',
  ...['decided', 'published', 'submissions', 'organisations', 'people'].map((slice) => `http/${slice}`),
  'permissions/anonymity',
  'local/stack',
  'local/feed.killed',
  ...['reviews', 'files', 'deployed'].map((slice) => `http/${slice}`),
]

/** One order on every machine: the longest first, then what else starts something, and last the many short files that only calculate. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at >= 0 ? at : longest.length + (project.config.isolate ? 0 : 1)
    }
    return files.toSorted((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/**
 * Two kinds of tests, three files at a time, because some wait for a clock. What only calculates shares its modules from file to file, which saves reading them a hundred times;
 * what starts an engine, a stack or the API has each file in a process of its own, because these live in the environment.
 */
export default defineConfig({
  test: {
    maxWorkers: 3,
    execArgv: oneThread,
    sequence: { sequencer: LongestFirst },
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
