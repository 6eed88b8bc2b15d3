import { Refused } from '../data/refused.ts'
import type { Post, SignedPart } from './slots.ts'

/** Called with the bytes that have left this device. */
export type Progress = (sent: number) => void

export type Parts = {
  file: Blob
  partBytes: number
  done: readonly { number: number; etag: string }[]
  sign: (numbers: readonly number[]) => Promise<SignedPart[]>
  remember: (done: { number: number; etag: string }[]) => unknown
}

/** The store knows nothing of an upload any more: it was removed, joined, or given up after its days. Sending on is of no use. */
export class StoreEnded extends Error {}

/** Attempts per part, and milliseconds before the next one. */
const attempts = 4
const pause = 1500

/** `fetch` does not tell how much of a body has left; XMLHttpRequest does. The store is another origin and gets no cookies. */
function send(method: string, url: string, body: Blob | FormData, progress: Progress, signal: AbortSignal): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.upload.onprogress = (event) => progress(event.loaded)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request)
      reject(request.status === 404 ? new StoreEnded() : new TypeError(`store ${request.status}`))
    }
    request.onerror = () => reject(new TypeError('network'))
    request.ontimeout = request.onerror
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

/** Sends a file in one piece by the signed form. */
export async function postFile(post: Post, file: File, progress: Progress, signal: AbortSignal): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(post.fields)) form.append(name, value)
  form.append('file', file)
  await send('POST', post.url, form, progress, signal)
}

/** The numbers of the parts, from 1, that are still to be sent. */
export const missingParts = (bytes: number, partBytes: number, done: readonly { number: number }[]): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(bytes / partBytes)) }, (_, index) => index + 1).filter(
    (number) => !done.some((part) => part.number === number),
  )

/** Sends the parts that are missing, one after the other, remembering each that arrived; answers all of them in order. */
export async function putParts(parts: Parts, progress: Progress, signal: AbortSignal): Promise<{ number: number; etag: string }[]> {
  const done = [...parts.done]
  const missing = missingParts(parts.file.size, parts.partBytes, done)
  const arrived = () =>
    done.reduce((sum, { number }) => sum + Math.min(parts.partBytes, parts.file.size - (number - 1) * parts.partBytes), 0)
  for (const number of missing) {
    const slice = parts.file.slice((number - 1) * parts.partBytes, number * parts.partBytes)
    const etag = await attempt(async () => {
      const url = (await parts.sign([number]))[0]?.url
      if (!url) throw new TypeError('no address')
      const before = arrived()
      const request = await send('PUT', url, slice, (sent) => progress(before + sent), signal)
      return request.getResponseHeader('etag') ?? ''
    }, signal)
    done.push({ number, etag })
    progress(arrived())
    await parts.remember([...done])
  }
  return done.sort((a, b) => a.number - b.number)
}

async function attempt<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted || tried === attempts || error instanceof StoreEnded || error instanceof Refused) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * tried))
    }
  }
}
