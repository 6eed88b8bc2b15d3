/** Bundled CommonJS packages ask for `require` and for where they lie; a module has neither by itself. */
const banner = [
  "import { createRequire as makeRequire } from 'node:module'",
  "import { dirname as directoryOf } from 'node:path'",
  "import { fileURLToPath as pathOf } from 'node:url'",
  'const require = makeRequire(import.meta.url)',
  'const __filename = pathOf(import.meta.url)',
  'const __dirname = directoryOf(__filename)',
].join(';')

/** How a function becomes one module with everything inside. */
export const bundling = {
  target: 'node24',
  mainFields: ['module', 'main'],
  banner,
  // Only the making of JSON schemas asks for the whole of zod with its words in fifty languages, 330 KB, and no function makes any while it runs.
  left: ['zod/v4/core'],
}
