import { useSearchParams } from '@solidjs/router'
import { lazy, Match, onMount, Switch } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { later } from '../../forms/later.tsx'
import { sendWaiting } from '../../forms/waiting.ts'
import type { Opened } from '../../r/link.ts'
import { api, type Desk } from './desk-api.ts'
import { saveReviewAt } from './marks-saving.ts'

const Invitation = later(async () => (await import('./invitation.tsx')).Invitation)
const Over = later(async () => (await import('./over.tsx')).Over)
const WorkList = later(async () => (await import('./work-list.tsx')).WorkList)
const bringReview = () => import('./expert-review.tsx')
const ReviewPage = lazy(bringReview)

/** The expert's first page: the invitation, then what is left and what is done. One submission opens over `?s=`, so that Back works. */
export default function ExpertDesk(props: { opened: Opened }) {
  const [search] = useSearchParams<{ s?: string; done?: string; aside?: string }>()
  const [desk, { refetch }] = createKept(
    () => props.opened.batch,
    (batch) => answer(api.batches[':batch'].desk.$get({ param: { batch } })) as Promise<Desk>,
  )
  const again = async () => (await refetch()) as Desk | undefined
  /** What another submission left on this device when the network was away. */
  onMount(() => void sendWaiting(props.opened.id, saveReviewAt))
  // Both come beside the desk they show, unless the address names a submission.
  if (!search.s) for (const part of [Invitation, WorkList]) part.bring().catch(() => undefined)
  // The next thing an expert opens; it comes while the list is read.
  onMount(() => void bringReview().catch(() => undefined))
  const opened = () => {
    const row = desk.latest?.rows.find(({ submission }) => submission === search.s)
    return row && row.state !== 'conflict' ? row.submission : undefined
  }
  return (
    <Known of={desk.latest}>
      {(current) => (
        <Switch>
          <Match when={current().batch.over}>
            <Over desk={current()} />
          </Match>
          <Match when={current().expert.state !== 'accepted'}>
            <Invitation desk={current()} onAnswered={again} />
          </Match>
          <Match when={opened()} keyed>
            {(submission) => <ReviewPage desk={current()} expert={props.opened.id} submission={submission} onChanged={again} />}
          </Match>
          <Match when={true}>
            <WorkList desk={current()} done={search.done} aside={search.aside} onChanged={again} />
          </Match>
        </Switch>
      )}
    </Known>
  )
}
