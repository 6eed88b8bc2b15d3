import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { t } from '../../i18n/submissions.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { fileLinks, type Named } from './submission-api.ts'

/** The way to a file, to keep it, or with `view` to look at it: its address in the store is signed anew for each reading and lasts for minutes only. */
export default function FilePage() {
  const params = useParams<Named & { file: string }>()
  const [search] = useSearchParams<{ view?: string }>()
  const [opened] = createResource(async () => {
    const links = await fileLinks({ batch: params.batch, submission: params.submission, file: params.file })
    location.replace((search.view && links.view) || links.url)
    return true
  })
  return (
    <>
      <PageHeader title={t('openFile')} />
      <Show when={opened()}>{null}</Show>
    </>
  )
}
