import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { type ApplicantView, api, type HostView } from './batch-api.ts'
import { CallPage } from './call-page.tsx'
import { HostPage } from './host-page.tsx'

/** A batch: for its host what runs and how far it is, for the others what they can do in it. */
export default function BatchPage() {
  const params = useParams<{ batch: string }>()
  const [given, { refetch }] = createKept(
    () => [params.batch, me()?.active?.organisation.id] as const,
    async ([batch]) => (await answer(api.batches[':batch'].$get({ param: { batch } }))) as unknown as HostView | ApplicantView,
  )
  const host = () => {
    const batch = given.latest
    return batch?.part === 'host' ? batch : undefined
  }
  const invited = () => {
    const batch = given.latest
    return batch?.part === 'invited' ? batch : undefined
  }
  return (
    <Show when={given.latest} fallback={<SkeletonRows rows={6} />}>
      <Switch>
        <Match when={host()}>
          <Known of={host()}>{(batch) => <HostPage batch={batch()} onChanged={refetch} />}</Known>
        </Match>
        <Match when={invited()}>
          <Known of={invited()}>{(batch) => <CallPage batch={batch()} />}</Known>
        </Match>
      </Switch>
    </Show>
  )
}
