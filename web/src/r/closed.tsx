import { t } from '../i18n/link.ts'
import { Banner } from '../ui/banner.tsx'

export function Closed() {
  return <Banner tone="warn">{t('none')}</Banner>
}
