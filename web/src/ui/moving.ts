/** A list after one of its rows has been put at another place; the very same list if nothing moves. */
export function moved<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  const row = rows[from]
  if (row === undefined || from === to || to < 0 || to >= rows.length) return rows
  const rest = rows.toSpliced(from, 1)
  return rest.toSpliced(to, 0, row)
}

/** A row that is moved keeps its button under the focus, so that one may press again; at an end, the other button takes it. */
export function keepFocus(button: HTMLButtonElement, act: () => void): void {
  act()
  queueMicrotask(() => {
    if (!button.disabled) return button.focus()
    const other = [...(button.parentElement?.querySelectorAll('button') ?? [])].find((each) => !each.disabled)
    other?.focus()
  })
}
