import { t } from '../i18n/shell.ts'
import { ElderMode } from './preferences.tsx'

/** Who runs the site and under which filings; the deploying body fills these in. */
export function Footer() {
  return (
    <footer class="shell-foot">
      <span class="shell-phone-only">
        <ElderMode />
      </span>
      <ul>
        <li>
          {t('hostLabel')}
          {t('host')}
        </li>
        <li>{t('icp')}</li>
        <li>{t('police')}</li>
      </ul>
    </footer>
  )
}
