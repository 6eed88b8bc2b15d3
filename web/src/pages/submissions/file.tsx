import { useParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { t } from '../../i18n/submissions.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { fileAddress, type Named } from './submission-api.ts'

/** The way to a file: its address in the store is signed anew for each reading and lasts for minutes only. */
export default function FilePage() {
  const params = useParams<Named & { file: string }>()
  const [opened] = createResource(async () => {
    location.replace(await fileAddress({ batch: params.batch, submission: params.submission, file: params.file }))
    return true
  })
  return (
    <>
      <PageHeader title={t('openFile')} />
      <Show when={opened()}>{null}</Show>
    </>
  )
}
