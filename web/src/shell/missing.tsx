import MapPinOff from '~icons/lucide/map-pin-off'
import { t } from '../i18n/shell.ts'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** No such page, or not this person's to see: the two look the same. */
export default function Missing() {
  return (
    <>
      <PageHeader title={t('missingTitle')} />
      <EmptyState title={t('missingBody')} icon={<MapPinOff />} action={<LinkButton href="/">{t('toHome')}</LinkButton>} />
    </>
  )
}
