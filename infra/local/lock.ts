import { readFileSync, rmSync, writeFileSync } from 'node:fs'

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}

/** One stack at a time works on a directory. What a killed one left behind does not count. Returns how to let go. */
export function holdAlone(directory: string): () => void {
  const file = `${directory}/running`
  let holder = 0
  try {
    holder = Number(readFileSync(file, 'utf8'))
  } catch {
    // Nobody has been here.
  }
  if (holder > 0 && lives(holder))
    throw new Error(
      `Another local stack (process ${holder}) works on ${directory}. Stop it first, or give this one its own --data directory.`,
    )
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}
