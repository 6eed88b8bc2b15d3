import { filesApi } from './slots.ts'

/** Removes files that the answers of a section name no more; one that the server keeps, because a version that was handed in names it, stays. */
export async function removeFiles(section: string, files: readonly string[]): Promise<void> {
  const api = filesApi(section.replace(/\/sections\/[^/]+$/, '/files'))
  for (const file of files) await api.remove(file).catch(() => undefined)
}
