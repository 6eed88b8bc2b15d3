import { useParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { t } from '../../i18n/endorsements.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { type ListNamed, scanLinks } from './endorsement-api.ts'

/** The way to a stamped scan, to look at it: its address in the store is signed anew for each reading and lasts for minutes only. */
export default function ScanPage() {
  const params = useParams<ListNamed & { file: string }>()
  const [opened] = createResource(async () => {
    const { batch, organisation, key, file } = params
    const links = await scanLinks({ batch, organisation, key, file })
    location.replace(links.view ?? links.url)
    return true
  })
  return (
    <>
      <PageHeader title={t('scanOpen')} />
      <Show when={opened()}>{null}</Show>
    </>
  )
}
