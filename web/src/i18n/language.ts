import { createSignal } from 'solid-js'
import type { Language } from '../../../shared/text.ts'

const place = 'shuren.language'

/** Chinese first; what a person chose on this device holds from then on. */
function remembered(): Language {
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

const [language, setLanguage] = createSignal<Language>(remembered())

export { language }

export function chooseLanguage(chosen: Language): void {
  setLanguage(chosen)
  markDocument()
  try {
    localStorage.setItem(place, chosen)
  } catch {
    // Private windows may refuse; the choice then holds for this page only.
  }
}

/** Takes the language a person has set for their account, unless one was chosen on this device. */
export function adoptLanguage(theirs: Language): void {
  try {
    if (localStorage.getItem(place) === null && theirs !== language()) chooseLanguage(theirs)
  } catch {
    // A device that remembers nothing shows what the page began with.
  }
}

/** Tells the browser, its fonts and screen readers which language the page speaks. */
export function markDocument(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en'
}
