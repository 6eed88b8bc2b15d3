import { inLanguage } from '../i18n/texts.ts'
import type { FilesApi } from './slots.ts'

/** Milliseconds between looks at a file that is being checked; grows to the last value. */
const looks = [800, 1500, 3000, 5000] as const
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What a check found a file to be, or why it was refused, in the language of the page. */
export type Found = { type: string } | { refused: string }

/** Waits for the check of a file. `gone` says that nobody waits any more: asked before each look and after it, because a file may be removed while its check is being answered. */
export async function untilChecked(api: Pick<FilesApi, 'state'>, file: string, gone = () => false, wait = pause): Promise<Found> {
  const goOn = () => {
    if (gone()) throw new DOMException('aborted', 'AbortError')
  }
  for (let look = 0; ; look++) {
    goOn()
    const { state, reason, type = '' } = await api.state(file)
    goOn()
    if (state === 'clean') return { type }
    if (state === 'refused') return { refused: typeof reason === 'object' ? inLanguage(reason) : (reason ?? '') }
    await wait(looks[Math.min(look, looks.length - 1)] ?? 0)
  }
}
