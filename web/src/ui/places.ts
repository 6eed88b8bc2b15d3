/** Milliseconds until a page has something better to do than wait. */
const idle = 1500

/** Fetches what keeps the place of whoever works by keys, once the page is idle or somebody presses the first: nothing is drawn anew before. */
export function keepPlaces(): void {
  const bring = () => import('./place-kept.ts').catch(() => undefined)
  setTimeout(bring, idle)
  addEventListener('keydown', bring, { once: true })
}
