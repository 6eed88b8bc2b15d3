import { createSignal } from 'solid-js'
import { actId } from './act-id.ts'
import { forgetAhead, takeAhead } from './ahead.ts'
import { Refused, type RefusedBody, Unreachable } from './refused.ts'

/** False while the last request could not reach the server; the shell then says so and drafts wait. */
const [online, setOnline] = createSignal(true)

export { online }

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => setOnline(false))
  window.addEventListener('online', () => setOnline(true))
}

export type Connection = { signedOut?: (request: Request) => Promise<boolean> }

const safe = new Set(['GET', 'HEAD'])
/** Waits between attempts in milliseconds; each is spread so that a crowd does not come back at once. */
const waits = [600, 1800, 4000]
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms * (0.75 + Math.random() / 2)))

/**
 * `fetch` as the platform needs it: one idempotency key per act, kept over retries; bounded retries when the network or a busy
 * server fails; refusals thrown as `Refused`. When the session has ended, `signedOut` may sign in again, and the act goes on.
 */
export function connect(connection: Connection = {}): typeof fetch {
  return async (input, init) => {
    const first = new Request(input, init)
    if (!safe.has(first.method) && !first.headers.has('idempotency-key')) first.headers.set('idempotency-key', actId())
    for (let attempt = 0; ; attempt++) {
      const response = await reach(first.clone(), attempt)
      if (response === 'again') continue
      if (response.ok) return response
      if (response.status === 503 && attempt < waits.length) {
        await wait(waits[attempt] ?? 0)
        continue
      }
      if (response.status === 401 && connection.signedOut && (await connection.signedOut(first))) continue
      throw new Refused(response.status, await refusalOf(response))
    }
  }
}

async function reach(request: Request, attempt: number): Promise<Response | 'again'> {
  const acts = changesSomething(request)
  if (acts) forgetAhead()
  try {
    const response = await ((request.method === 'GET' && attempt === 0 && takeAhead(request.url)) || fetch(request))
    setOnline(true)
    return response
  } catch (error) {
    if (request.signal.aborted) throw error
    const pause = waits[attempt]
    if (pause !== undefined && navigator.onLine) {
      await wait(pause)
      return 'again'
    }
    setOnline(false)
    throw new Unreachable()
  } finally {
    if (acts) forgetAhead()
  }
}

/** Saying that one is here, as pages do by themselves, changes nothing that they read. */
const changesSomething = ({ method, url }: Request) => !safe.has(method) && !url.endsWith('/presence')

async function refusalOf(response: Response): Promise<RefusedBody> {
  const body: unknown = await response.json().catch(() => null)
  if (body && typeof body === 'object' && 'code' in body && 'zh' in body && 'en' in body) return body as RefusedBody
  return {
    code: `http.${response.status}`,
    zh: `服务器暂时无法处理（${response.status}），您的内容没有丢失，请稍后重试。`,
    en: `The server cannot answer now (${response.status}). Nothing of yours is lost; try again later.`,
  }
}
