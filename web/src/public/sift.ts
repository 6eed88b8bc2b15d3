/** Columns of a list's tables, as the pages write them. */
const column = { title: 1, unit: 2, institution: 3, province: 4, kind: 5 } as const
const text = (row: HTMLTableRowElement, i: number) => row.cells[i]?.textContent?.trim() ?? ''
const folded = (words: string) => words.normalize('NFKC').toLowerCase()

const order = new Intl.Collator(document.documentElement.lang.startsWith('en') ? ['zh-CN', 'en'] : 'zh-CN', { numeric: true })

/** Filters a list by words, kind and province; what it does stands on the page only. */
export function sift() {
  const form = document.querySelector<HTMLFormElement>('form[data-sift]')
  const tables = [...document.querySelectorAll<HTMLTableElement>('table.awards')]
  const rows = tables.flatMap((table) => [...(table.tBodies[0]?.rows ?? [])])
  const status = form?.querySelector('[role=status]')
  if (!form || !status) return
  const { shown = '', all = '' } = form.dataset

  for (const name of ['kind', 'province'] as const) {
    const select = form.elements.namedItem(name) as HTMLSelectElement
    const values = [...new Set(rows.map((row) => text(row, column[name])))].filter((value) => value !== '')
    select.add(new Option(all, ''))
    for (const value of values.sort(order.compare)) select.add(new Option(value, value))
    const label = select.closest('label')
    if (label) label.hidden = values.length < 2
  }
  const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value
  const filter = () => {
    const [kind, province, words] = [value('kind'), value('province'), folded(value('text')).split(/\s+/)]
    let count = 0
    for (const row of rows) {
      const whole = folded([column.title, column.unit, column.institution].map((i) => text(row, i)).join(' '))
      row.hidden =
        (kind !== '' && text(row, column.kind) !== kind) ||
        (province !== '' && text(row, column.province) !== province) ||
        !words.every((word) => whole.includes(word))
      if (!row.hidden) count++
    }
    for (const table of tables) {
      const section = table.closest('section')
      if (section) section.hidden = [...(table.tBodies[0]?.rows ?? [])].every((row) => row.hidden)
    }
    status.textContent = count === rows.length ? '' : shown.replace('{shown}', String(count)).replace('{count}', String(rows.length))
  }
  // Every event of an input method writes its letters; what it means is known when it has ended.
  form.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) filter()
  })
  form.addEventListener('compositionend', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
}

/** Makes the headings of tables buttons that sort their rows. */
export function sorting() {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sort]')) {
    table.dataset.sorting = ''
    for (const [i, heading] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = heading.textContent
      button.title = (table.dataset.sort ?? '').replace('{column}', heading.textContent ?? '')
      heading.replaceChildren(button)
      button.addEventListener('click', () => sortBy(table, i, heading))
    }
  }
}

function sortBy(table: HTMLTableElement, i: number, heading: HTMLTableCellElement) {
  const up = heading.getAttribute('aria-sort') !== 'ascending'
  for (const cell of table.tHead?.rows[0]?.cells ?? []) cell.removeAttribute('aria-sort')
  heading.setAttribute('aria-sort', up ? 'ascending' : 'descending')
  const body = table.tBodies[0]
  body?.append(...[...body.rows].sort((a, b) => order.compare(text(a, i), text(b, i)) * (up ? 1 : -1)))
}
