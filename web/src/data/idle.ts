/** Does something once the browser has nothing better to do, or after 2.5 seconds in any case. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 2500 })
  else setTimeout(act, 1000)
}
