import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,events,functions,infra,web,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/journeys/**'],
    globalSetup: 'infra/local/prepare.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
