import { ulid } from 'ulid'

/** A refusal says its reason in both languages. */
type Refused = { zh?: string; en?: string }

/** Sends an objection from a notice's page; the form is there for readers without a script only as the contact above it. */
export function objections() {
  const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh'
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-objection]')) {
    form.hidden = false
    // One key for all tries of one objection, so that a second press does not raise a second one.
    const key = ulid()
    const said = form.querySelector('[role=status]')
    const button = form.querySelector('button')
    const say = (text: string) => {
      if (said) said.textContent = text
    }
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (!button || button.disabled) return
      button.disabled = true
      const entry = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string' && value.trim() !== ''))
      try {
        const answer = await fetch(form.dataset.objection ?? '', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(entry),
        })
        if (answer.ok) {
          say(form.dataset.sent ?? '')
          for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) field.readOnly = true
          return
        }
        const refused: Refused = await answer.json().catch(() => ({}))
        say(refused[language] ?? form.dataset.failed ?? '')
      } catch {
        say(form.dataset.failed ?? '')
      }
      button.disabled = false
    })
  }
}
