import { fileURLToPath } from 'node:url'

/** The folder of the repository, with a slash at its end. In a file of its own: who only looks for files needs nothing that a template is made from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
