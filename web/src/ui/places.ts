import { whenIdle } from '../data/idle.ts'

let asked = false

/** Fetches what keeps the place of whoever works by keys, once the page is idle or somebody presses the first: nothing is drawn anew before. */
export function keepPlaces(): void {
  const bring = () => {
    if (asked) return
    asked = true
    import('./place-kept.ts').then(
      ({ default: begin }) => begin(),
      () => {
        asked = false
      },
    )
  }
  whenIdle(bring)
  document.addEventListener('keydown', bring)
}
