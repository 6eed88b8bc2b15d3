import { untilChecked } from './checking.ts'
import { postFile } from './sending.ts'
import type { FilesApi } from './slots.ts'

/** What becomes of a file that is sent: its id once it is clean, or why it was refused, in the language of the page. */
export type SentFile = { id: string } | { refused: string }

/** Sends a small file in one piece and waits for its check. `sent` hears the percentage on the way, `checking` that all of it has arrived. */
export async function sendWhole(
  api: FilesApi,
  file: File,
  told: { sent: (percent: number) => void; checking: () => void },
): Promise<SentFile> {
  told.sent(0)
  const slot = await api.open({ name: file.name, bytes: file.size, type: file.type })
  if (slot.upload.kind !== 'post') throw new TypeError('a file of this size is sent in one piece')
  const progress = (sent: number) => told.sent(Math.floor((100 * sent) / Math.max(file.size, 1)))
  await postFile(slot.upload, file, progress, new AbortController().signal)
  told.checking()
  const found = await untilChecked(api, slot.file.id)
  return 'refused' in found ? found : { id: slot.file.id }
}
