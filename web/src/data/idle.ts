/** Does something once the browser has nothing better to do, or after `timeout` milliseconds in any case. */
export function whenIdle(act: () => void, timeout = 2500): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout })
  else setTimeout(act, 1000)
}
