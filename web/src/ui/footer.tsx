import { t } from '../i18n/shell.ts'

/** Who runs the site and under which filings; the deploying body fills these in. */
export function Footer() {
  return (
    <footer class="shell-foot">
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
