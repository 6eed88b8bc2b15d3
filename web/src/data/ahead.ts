/** Milliseconds for which an answer counts as of now: longer than a page's script takes to come, and for what several pages read, as long as somebody looks at one of them. */
const fresh = { once: 8_000, kept: 30_000 } as const
export type Lasts = keyof typeof fresh
type Asked = { at: number; lasts: Lasts; response: Promise<Response> }
const asked = new Map<string, Asked>()
const isFresh = ({ at, lasts }: Asked) => performance.now() - at < fresh[lasts]

/** Read to its end at once: an answer that nobody reads would keep its connection. */
async function whole(path: string): Promise<Response> {
  const answer = await fetch(path)
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
}

/**
 * Asks for what a page is going to read while the page itself is still on its way. An answer is given out `once`; one that is `kept` also to the next pages that
 * ask within half a minute, until something is done. What nobody takes is forgotten.
 */
export function askAhead(paths: readonly string[], lasts: Lasts = 'once'): void {
  for (const [href, each] of asked) if (!isFresh(each)) asked.delete(href)
  for (const path of paths) {
    const { href } = new URL(path, location.href)
    const known = asked.get(href)
    // The page that is opened first is prepared twice: by the shell, and by the router once it is known who is there.
    if (known && isFresh(known)) continue
    const response = whole(href)
    const forget = () => asked.get(href)?.response === response && asked.delete(href)
    // Who takes it hears of a failure and asks anew; nobody may take it. A refusal is an answer too, such as that nobody is signed in, but not to more than one.
    response.then(({ status, ok }) => ok || (lasts === 'once' && status < 500) || forget(), forget)
    asked.set(href, { at: performance.now(), lasts, response })
  }
}

/** The answer to what was asked for ahead, as if it came now. */
export function takeAhead(url: string): Promise<Response> | undefined {
  const found = asked.get(url)
  if (!found || !isFresh(found)) return undefined
  if (found.lasts === 'kept') return found.response.then((response) => response.clone())
  asked.delete(url)
  return found.response
}

let acts = 0
/** How often something was done: what was read before the last time may have changed. */
export const actsSoFar = (): number => acts
/** Something is done: no answer counts any more. Said before it and after it, because what is asked meanwhile may be answered as it was. */
export function forgetAhead(): void {
  acts++
  asked.clear()
}
