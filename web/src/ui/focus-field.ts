/** Brings a field into view and puts the cursor in it; in a group, in its first control. */
export function focusField(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  const control = target.matches('input, textarea, select, button')
    ? target
    : target.querySelector<HTMLElement>('input, textarea, select, button')
  ;(control ?? target).focus({ preventScroll: true })
}
