import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, lazy, Match, onMount, Switch } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { later } from '../../forms/later.tsx'
import { sendWaiting } from '../../forms/waiting.ts'
import type { Entrance, Opened } from '../../r/link.ts'
import { toastError } from '../../ui/toast.tsx'
import { api, type Desk, isAsked, nextLeft } from './desk-api.ts'
import { saveReviewAt } from './marks-saving.ts'

const Invitation = later(async () => (await import('./invitation.tsx')).Invitation)
const Over = later(async () => (await import('./over.tsx')).Over)
const WorkList = later(async () => (await import('./work-list.tsx')).WorkList)
const bringReview = () => import('./expert-review.tsx')
const ReviewPage = lazy(bringReview)

const read = (batch: string) => answer(api.batches[':batch'].desk.$get({ param: { batch } })) as Promise<Desk>

/**
 * The expert's first page: the invitation, then what is left and what is done. One submission opens over `?s=`, so that Back works. Who accepted at the door is led
 * straight to the first one; what was answered before stays as it was answered.
 */
export default function ExpertDesk(props: { opened: Opened; entrance: Entrance }) {
  const navigate = useNavigate()
  const [accepted, setAccepted] = createSignal<string>()
  let accepting = props.entrance === 'accept'
  const [search] = useSearchParams<{ s?: string; done?: string; aside?: string }>()
  const [desk, { refetch }] = createKept(
    () => props.opened.batch,
    async (batch) => {
      const found = await read(batch)
      if (!accepting) return found
      accepting = false
      if (found.batch.over || !isAsked(found)) return found
      try {
        await answer(api.batches[':batch'].desk.accept.$post({ param: { batch } }))
      } catch (error) {
        // The invitation is shown as it stands, with the button to try again.
        toastError(error)
        return found
      }
      const desk = await read(batch)
      const first = nextLeft(desk.rows)
      if (first && desk.batch.open) {
        setAccepted(first.submission)
        navigate(`/?s=${first.submission}`)
      }
      return desk
    },
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
            <Invitation desk={current()} declining={props.entrance === 'decline' && isAsked(current())} onAnswered={again} />
          </Match>
          <Match when={opened()} keyed>
            {(submission) => (
              <ReviewPage
                desk={current()}
                expert={props.opened.id}
                submission={submission}
                welcome={accepted() === submission}
                onChanged={again}
              />
            )}
          </Match>
          <Match when={true}>
            <WorkList desk={current()} done={search.done} aside={search.aside} onChanged={again} />
          </Match>
        </Switch>
      )}
    </Known>
  )
}
