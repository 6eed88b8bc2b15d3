import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { isListKey } from './list-keys.ts'
import { TextField } from './text-field.tsx'

/** Milliseconds without typing before a search is sent. */
const pause = 400

/** Words that are looked for in the list a page is about: sent as one stops typing, or at once by Enter. `/` leads here from the list. */
export function SearchField(props: {
  label: string
  placeholder?: string
  most: number
  value: string | undefined
  onSearch: (words: string | undefined) => void
}) {
  const [typed, setTyped] = createSignal(props.value ?? '')
  let sent = props.value ?? ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let input: HTMLInputElement | undefined
  const send = () => {
    clearTimeout(timer)
    const words = typed().trim().slice(0, props.most)
    if (words === sent) return
    sent = words
    props.onSearch(words || undefined)
  }
  // What is set elsewhere (a view, the way back, a filter taken away) stands in the field; what one goes on typing stays.
  createEffect(
    on(
      () => props.value ?? '',
      (value) => {
        if (value === sent) return
        clearTimeout(timer)
        sent = value
        setTyped(value)
      },
      { defer: true },
    ),
  )
  const keys = (event: KeyboardEvent) => {
    if (event.key !== '/' || !isListKey(event)) return
    event.preventDefault()
    input?.focus()
    input?.select()
  }
  document.addEventListener('keydown', keys)
  onCleanup(() => {
    clearTimeout(timer)
    document.removeEventListener('keydown', keys)
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={props.label}
        type="search"
        unmarked
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        value={typed()}
        ref={(element) => {
          input = element
        }}
        onInput={(value) => {
          setTyped(value)
          clearTimeout(timer)
          timer = setTimeout(send, pause)
        }}
      />
    </form>
  )
}
