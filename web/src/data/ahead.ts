/** Milliseconds for which an answer counts as of now: longer than a page's script takes to come. */
const fresh = 8_000
type Asked = { at: number; response: Promise<Response> }
const asked = new Map<string, Asked>()
const isFresh = ({ at }: Asked) => performance.now() - at < fresh

/** Read to its end at once: an answer that nobody reads would keep its connection. */
async function whole(path: string): Promise<Response> {
  const answer = await fetch(path)
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
}

/** Asks for what a page is going to read while the page itself is still on its way. An answer is given out once; what nobody takes is forgotten. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const { href } = new URL(path, location.href)
    const known = asked.get(href)
    // The page that is opened first is prepared twice: by the shell, and by the router once it is known who is there.
    if (known && isFresh(known)) continue
    const response = whole(href)
    // Who takes it hears of a failure and asks anew; nobody may take it.
    response.catch(() => undefined)
    asked.set(href, { at: performance.now(), response })
  }
}

/** The answer that was asked for ahead, if this is the same question and nothing was done since. */
export function takeAhead({ method, url }: Request): Promise<Response> | undefined {
  if (method !== 'GET') {
    asked.clear()
    return undefined
  }
  const found = asked.get(url)
  asked.delete(url)
  return found && isFresh(found) ? found.response : undefined
}
