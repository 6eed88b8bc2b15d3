import { createResource, createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { everyRow } from '../../data/every-row.ts'
import { isRefused } from '../../data/refused.ts'
import { t as units } from '../../i18n/organisations.ts'
import { t } from '../../i18n/remind-all.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { api as people } from '../people/people-api.ts'
import { api } from './unit-api.ts'

type Invited = { organisation: string; person: string; back: boolean }

/**
 * Everybody in the units right below who was invited and has never signed in; read to the end, a page at a time. `back`: sending again to an address that
 * does not take mail, or whose owner called it spam, reaches nobody and lets other mails be taken for spam too.
 */
async function neverSignedIn(organisation: string): Promise<{ open: Invited[]; back: number }> {
  const units = await everyRow((cursor) =>
    answer(
      api.organisations[':organisation'].accounts.$get({ param: { organisation }, query: { limit: '100', ...(cursor && { cursor }) } }),
    ),
  )
  const all = units
    .filter(({ state }) => state === 'active')
    .flatMap(({ id, people }) =>
      people
        .filter(({ state }) => state === 'invited')
        .map(({ person, returned }) => ({ organisation: id, person, back: returned !== undefined && returned.why !== 'temporary' })),
    )
  const open = all.filter(({ back }) => !back)
  return { open, back: all.length - open.length }
}

/** Sends every open invitation below again, after saying how many that are. What was sent a moment ago is left alone. */
export default function RemindAll(props: { unit: string; onClose: () => void; onDone: () => void }) {
  const [found] = createResource(() => neverSignedIn(props.unit))
  const [at, setAt] = createSignal<number | null>(null)
  let left = false
  const send = async () => {
    const all = found.latest?.open ?? []
    let sent = 0
    for (const [i, { organisation, person }] of all.entries()) {
      if (left) break
      setAt(i)
      try {
        await answer(people.organisations[':organisation'].members[':person'].resend.$post({ param: { organisation, person } }))
        sent++
      } catch (error) {
        if (!isRefused(error)) throw error
      }
    }
    toast(t('remindedAll', { sent, left: all.length - sent }))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      onClose={() => {
        left = true
        props.onClose()
      }}
      title={units('remindAll')}
      action={t('remindSend')}
      disabled={(found.latest?.open.length ?? 0) === 0}
      onConfirm={send}
    >
      <Show when={found.latest} fallback={<p role="status">{t('remindLooking')}</p>}>
        {(all) => (
          <>
            <p role="status">{all().open.length > 0 ? t('remindCount', { count: all().open.length }) : t('remindNone')}</p>
            <Show when={all().back > 0}>
              <p>{t('remindBack', { count: all().back })}</p>
            </Show>
          </>
        )}
      </Show>
      <p class="text-soft">{t('remindBody')}</p>
      <Show when={at() !== null}>
        <Progress label={t('reminding')} value={at() ?? 0} max={found.latest?.open.length ?? 1} />
      </Show>
    </ConfirmDialog>
  )
}
