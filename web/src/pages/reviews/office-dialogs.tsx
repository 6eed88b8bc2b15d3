import { createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/reviews.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxGroup, Select } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { allExperts, officeApi as api } from './office-api.ts'

/** What an expert has not submitted goes to another: to one that is chosen, or to whoever has least. */
export function Replacing(
  props: Asking & {
    from: { expert: string; name: string; assigned: number; submitted: number }
    others: readonly { expert: string; name: string; assigned: number }[]
  },
) {
  const [by, setBy] = createSignal('')
  const [reason, setReason] = createSignal('')
  const act = actKey()
  const replace = async () => {
    let moved = 0
    for (let remaining = 1; remaining > 0; ) {
      const step = await answer(
        api.batches[':batch'].experts[':expert'].replace.$post(
          { param: { batch: props.batch, expert: props.from.expert }, json: { reason: reason().trim(), ...(by() && { by: by() }) } },
          act.options(),
        ),
      )
      act.done()
      moved += step.moved
      remaining = step.moved > 0 ? step.remaining : 0
      if (step.left.length > 0) toast(t('replaceLeft', { count: step.left.length }), 'bad')
    }
    toast(t('replaced', { count: moved }))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('replace')}
      action={t('replace')}
      disabled={reason().trim().length < 2}
      onConfirm={replace}
    >
      <p>{t('replaceBody', { count: props.from.assigned - props.from.submitted })}</p>
      <Select
        label={t('replaceBy')}
        unmarked
        empty={false}
        value={by()}
        options={[
          { value: '', label: t('replaceAny') },
          ...props.others.map(({ expert, name, assigned }) => ({ value: expert, label: `${name}（${assigned}）` })),
        ]}
        onChange={(value) => setBy(value ?? '')}
      />
      <TextArea label={t('reason')} required rows={2} value={reason()} onInput={setReason} />
    </ConfirmDialog>
  )
}

type Asking = { batch: string; onDone: () => void; onClose: () => void }

/** Experts of the host’s register who do not yet take part are asked to. */
export function Inviting(props: Asking & { present: readonly string[] }) {
  const [all] = createResource(() => me()?.active?.organisation.id, allExperts)
  const [chosen, setChosen] = createSignal<string[]>([])
  const free = () => (all.latest ?? []).filter(({ id, state }) => state === 'active' && !props.present.includes(id))
  const act = actKey()
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('inviteTitle')}
      action={t('inviteAct')}
      disabled={chosen().length === 0}
      onConfirm={async () => {
        const { results } = await answer(
          api.batches[':batch'].experts.$post({ param: { batch: props.batch }, json: { experts: chosen() } }, act.options()),
        )
        act.done()
        toast(t('invitedCount', { count: results.filter(({ ok }) => ok).length }))
        props.onDone()
      }}
    >
      <Show when={free().length > 0} fallback={<EmptyState title={t('noExperts')}>{t('noExpertsBody')}</EmptyState>}>
        <CheckboxGroup
          label={t('experts')}
          unmarked
          value={chosen()}
          options={free().map(({ id, name, unit }) => ({ value: id, label: name, help: unit.name }))}
          onChange={setChosen}
        />
        <p>{t('inviteBody', { count: chosen().length })}</p>
      </Show>
    </ConfirmDialog>
  )
}

/** The plan of a balanced assignment, seen before it is carried out. */
export function Balancing(props: Asking) {
  const [plan] = createResource(() =>
    answer(api.batches[':batch'].assignments.balanced.$post({ param: { batch: props.batch }, json: { dryRun: true } })),
  )
  const assign = async () => {
    let count = 0
    for (let remaining = 1; remaining > 0; ) {
      const step = await answer(api.batches[':batch'].assignments.balanced.$post({ param: { batch: props.batch }, json: {} }))
      count += step.assigned
      remaining = step.assigned > 0 ? step.remaining : 0
    }
    toast(t('assignedCount', { count }))
    props.onDone()
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('balancedTitle')}
      action={t('balanced')}
      disabled={(plan.latest?.assigned ?? 0) === 0}
      onConfirm={assign}
    >
      <Known of={plan.latest}>
        {(found) => (
          <>
            <p>{found().assigned > 0 ? t('balancedBody', { count: found().assigned, experts: found().experts }) : t('balancedNone')}</p>
            <Show when={found().assigned > 0}>
              <p>{t('fairness', { least: found().fairness.least, most: found().fairness.most, outside: found().fairness.outside })}</p>
              <table class="table">
                <caption class="sr-only">{t('loads')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('name')}</th>
                    <th scope="col" class="numeric">
                      {t('before')}
                    </th>
                    <th scope="col" class="numeric">
                      {t('after')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={found().loads}>
                    {(load) => (
                      <tr>
                        <th scope="row" translate="no">
                          {load.name}
                        </th>
                        <td class="numeric">{load.before}</td>
                        <td class="numeric">{load.after}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </Show>
            <Show when={found().short.length > 0}>
              <Banner tone="warn">{t('balancedShort', { count: found().short.length })}</Banner>
            </Show>
          </>
        )}
      </Known>
    </ConfirmDialog>
  )
}
