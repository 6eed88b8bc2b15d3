import { type Found, folded, type SearchParts, search, terms } from '../../../shared/portal/search.ts'

/** So many answers stand on the page; whoever needs more needs better words. */
const most = 60
type Said = { none: string; found: string; first: string; failed: string }

/** Searches all that is public while somebody types; what is looked for stands in the address. */
export function searching() {
  const list = document.querySelector<HTMLOListElement>('[data-search]')
  const status = document.querySelector<HTMLElement>('[data-said]')
  const form = document.querySelector<HTMLFormElement>('main form.search')
  const input = form?.querySelector('input')
  if (!list || !status || !form || !input) return
  const said = JSON.parse(status.dataset.said ?? '{}') as Said
  let everything: Promise<Found[]> | undefined
  const load = () => {
    everything ??= loadAll(list.dataset.search ?? '').catch((error) => {
      everything = undefined
      throw error
    })
    return everything
  }
  let turn = 0

  async function show(query: string) {
    const mine = ++turn
    if (terms(query).length === 0) {
      list?.replaceChildren()
      return say('')
    }
    try {
      const found = search(await load(), query)
      if (mine !== turn) return
      list?.replaceChildren(...found.slice(0, most).map((each) => entry(each, terms(query))))
      const count = String(found.length)
      say(
        found.length === 0
          ? said.none
          : (found.length > most ? said.first : said.found).replace('{count}', count).replace('{shown}', String(most)),
      )
    } catch {
      if (mine === turn) say(said.failed)
    }
  }
  const say = (text: string) => {
    status.textContent = text
  }
  const changed = () => {
    const address = new URL(location.href)
    if (input.value === '') address.searchParams.delete('q')
    else address.searchParams.set('q', input.value)
    history.replaceState(null, '', address)
    void show(input.value)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    changed()
  })
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) changed()
  })
  input.addEventListener('compositionend', changed)
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  if (input.value === '') input.focus()
  void show(input.value)
}

/** All parts; one that is not there yet or any more leaves out what it would tell. */
async function loadAll(address: string): Promise<Found[]> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const { parts } = (await answer.json()) as SearchParts
  const read = async (part: string): Promise<Found[]> => {
    const each = await fetch(part)
    return each.ok ? ((await each.json()) as Found[]) : []
  }
  return (await Promise.all(parts.map(read))).flat()
}

function entry([kind, title, more, address, date]: Found, wanted: readonly string[]): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = address
  link.lang = 'zh-CN'
  link.append(...marked(title, wanted))
  const tag = document.createElement('span')
  tag.className = 'tag'
  tag.textContent = kind
  item.append(tag, ' ', link)
  if (more !== '' || date !== '') {
    const line = document.createElement('p')
    line.className = 'meta'
    line.lang = 'zh-CN'
    line.textContent = [more, date].filter(Boolean).join('\u00a0· ')
    item.append(line)
  }
  return item
}

/** The words that were looked for, marked where they stand. Names lose nothing: letters are compared folded one by one. */
function marked(title: string, wanted: readonly string[]): (Node | string)[] {
  const letters = [...title]
  const from: number[] = []
  const whole = letters
    .map((letter, i) => {
      const plain = folded(letter)
      for (let unit = 0; unit < plain.length; unit++) from.push(i)
      return plain
    })
    .join('')
  const hit = new Set<number>()
  for (const term of wanted)
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1))
      for (let i = at; i < at + term.length; i++) hit.add(from[i] ?? -1)
  const parts: (Node | string)[] = []
  for (let i = 0; i < letters.length; ) {
    const on = hit.has(i)
    let end = i
    while (end < letters.length && hit.has(end) === on) end++
    const run = letters.slice(i, end).join('')
    if (on) {
      const mark = document.createElement('mark')
      mark.textContent = run
      parts.push(mark)
    } else parts.push(run)
    i = end
  }
  return parts
}
