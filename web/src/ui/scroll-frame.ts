import { onCleanup, onMount } from 'solid-js'

/** A frame whose content is wider than itself takes the focus, so that the arrow keys move it; one that shows everything is no stop on the way of the Tab key. */
export function scrollsByKeys(frame: () => HTMLElement | undefined, name: () => string): void {
  onMount(() => {
    const element = frame()
    if (!element) return
    const seen = new WeakSet<Element>()
    const look = () => {
      // What comes after the skeleton is looked at as well.
      for (const child of element.children)
        if (!seen.has(child)) {
          seen.add(child)
          observer.observe(child)
        }
      const scrolls = element.scrollWidth > element.clientWidth + 1
      for (const [attribute, value] of Object.entries({ tabindex: '0', role: 'group', 'aria-label': name() }))
        if (scrolls) element.setAttribute(attribute, value)
        else element.removeAttribute(attribute)
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  })
}
