/** Numbers as people type them: full-width, in small letters, with spaces or other dashes. */
const numberOf = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[^A-Z0-9-]/g, '')

/** Looks whether there is a certificate of the number that was entered, and goes to its page. */
export function checking() {
  const form = document.querySelector<HTMLFormElement>('form[data-check]')
  const input = form?.querySelector('input')
  const said = form?.querySelector('[role=alert]')
  if (!form || !input || !said) return
  const say = (text: string) => {
    said.textContent = text
    input.toggleAttribute('aria-invalid', text !== '')
    if (text !== '') input.focus()
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const number = numberOf(input.value)
    if (number === '') return say(form.dataset.empty ?? '')
    say('')
    const address = (form.dataset.check ?? '').replace('NUMBER', number)
    try {
      const { ok, status } = await fetch(address, { method: 'HEAD' })
      if (ok) location.assign(address)
      else say((status < 500 ? form.dataset.missing : form.dataset.failed)?.replace('{number}', number) ?? '')
    } catch {
      say(form.dataset.failed ?? '')
    }
  })
}
