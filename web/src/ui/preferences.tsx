import { createSignal } from 'solid-js'
import Languages from '~icons/lucide/languages'
import ZoomIn from '~icons/lucide/zoom-in'
import { chooseLanguage, language } from '../i18n/language.ts'
import { t } from '../i18n/ui.ts'
import { Button } from './button.tsx'

const place = 'shuren.elder'
const [elder, setElder] = createSignal(false)

function mark(on: boolean): void {
  setElder(on)
  document.documentElement.toggleAttribute('data-elder', on)
}
/** Restores what was chosen on this device. */
export function restorePreferences(): void {
  try {
    mark(localStorage.getItem(place) === 'on')
  } catch {
    mark(false)
  }
}

/** Names the other language in itself, so that those who do not read this one find it. */
export function LanguageSwitch() {
  return (
    <Button
      kind="quiet"
      icon={<Languages />}
      lang={language() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => chooseLanguage(language() === 'zh' ? 'en' : 'zh')}
    >
      {t('language')}
    </Button>
  )
}

/** Larger text and larger targets everywhere. */
export function ElderMode() {
  const toggle = () => {
    mark(!elder())
    try {
      localStorage.setItem(place, elder() ? 'on' : 'off')
    } catch {
      // Private windows may refuse; the choice then holds for this page only.
    }
  }
  return (
    <Button kind="quiet" icon={<ZoomIn />} aria-pressed={elder()} onClick={toggle}>
      {t('elder')}
    </Button>
  )
}
