import { type SiteWords, siteOf } from '../../../shared/portal/pages.ts'
import { siteTag } from '../../../shared/portal/site-words.ts'
import { t } from '../i18n/shell.ts'
import { inLanguage } from '../i18n/texts.ts'
import { ElderMode } from './preferences.tsx'

/** What the deployment says of itself stands in the page, as it stands at the foot of the public ones. */
const told = document.querySelector<HTMLMetaElement>(`meta[name="${siteTag}"]`)?.content
const site = siteOf(location.origin, told === undefined ? {} : (JSON.parse(told) as SiteWords))

/** Who runs the site and under which filings, which lead to where they can be looked up. */
export function Footer() {
  return (
    <footer class="shell-foot">
      <span class="shell-phone-only">
        <ElderMode />
      </span>
      <ul>
        <li>
          {t('hostLabel')}
          <span translate="no">{inLanguage(site.host)}</span>
        </li>
        <li>
          <a href="https://beian.miit.gov.cn/" rel="noopener" lang="zh-CN">
            {site.icp}
          </a>
        </li>
        <li>
          <a href="https://beian.mps.gov.cn/" rel="noopener" lang="zh-CN">
            {site.police}
          </a>
        </li>
      </ul>
    </footer>
  )
}
