import { useParams } from '@solidjs/router'
import { lazy, Show } from 'solid-js'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/submissions.ts'
import { type Named, wholeOf } from './submission-api.ts'
import { SubmissionHeader } from './submission-header.tsx'

/** Fetched beside what the page reads: who reads what others have written does not wait for it. */
const Writing = lazy(async () => ({ default: (await import('./writing.tsx')).Writing }))
/** Comes only for those who read what others have written. */
const Reader = lazy(() => import('./reader.tsx'))

/** A submission: the task list for those who write it, the record for those who read it. */
export default function SubmissionPage() {
  void Writing.preload()
  const params = useParams<Named>()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given, { refetch }] = createKept(named, wholeOf)
  return (
    <Known of={given.latest}>
      {(found) => (
        <Show
          when={found().tasks.submission.unit.id === me()?.active?.organisation.id}
          fallback={<Reader found={found()} onChanged={refetch} />}
        >
          <SubmissionHeader found={found()} crumbs={[{ label: t('mine'), href: '/submissions' }]} />
          <Writing named={named()} found={found()} onChanged={refetch} />
        </Show>
      )}
    </Known>
  )
}
