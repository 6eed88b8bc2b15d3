/** Milliseconds for which an answer counts as of now: longer than a page's script takes to come. */
const fresh = 8_000
const asked = new Map<string, { at: number; response: Promise<Response> }>()

/** Asks for what a page is going to read while the page itself is still on its way. An answer is given out once; what nobody takes is forgotten. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const { href } = new URL(path, location.href)
    if (asked.has(href)) continue
    const response = fetch(href)
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
  return found && performance.now() - found.at < fresh ? found.response : undefined
}
