import { onCleanup } from 'solid-js'

/** Moves what hangs on a button, and would reach beyond the window, so far aside that 8 pixels stay free; also when the window is turned. For its `ref`. */
export function withinWindow(list: HTMLElement): void {
  const place = () => {
    list.style.transform = ''
    const { left, right } = list.getBoundingClientRect()
    list.style.transform = `translateX(${Math.max(8 - left, 0) || Math.min(document.body.clientWidth - 8 - right, 0)}px)`
  }
  // Told of the page at once, when what has opened stands in it, and whenever it is wider or narrower.
  const page = new ResizeObserver(place)
  page.observe(document.body)
  onCleanup(() => page.disconnect())
}
