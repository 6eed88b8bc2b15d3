import { For, Show } from 'solid-js'
import { organisationKinds } from '../../../../shared/organisations/kinds.ts'
import { inARow } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { type HostView, runApi } from './batch-api.ts'

/** Asks before a batch is opened, and says what will happen then. */
export function OpenDialog(props: { batch: HostView; open: boolean; onClose: () => void; onDone: () => void }) {
  const act = actKey()
  const collect = () => props.batch.stages.find(({ kind, on }) => kind === 'collect' && on)
  const opens = () => {
    const instant = collect()?.opens
    return instant && Date.parse(instant) > Date.now() ? s('willOpen', { when: moment(instant) }) : s('willOpenNow')
  }
  const kinds = () =>
    inARow(
      props.batch.told.map((kind) => inLanguage(organisationKinds[kind])),
      language(),
    )
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={t('openTitle')}
      action={t('openBatch')}
      onConfirm={async () => {
        await answer(runApi.batches[':batch'].open.$post({ param: { batch: props.batch.id } }, act.options()))
        act.done()
        props.onDone()
      }}
    >
      <h3>{s('willHappen')}</h3>
      <ul class="list-disc pl-5">
        <li>{opens()}</li>
        <Show when={collect()?.closes}>{(closes) => <li>{s('willClose', { when: deadline(closes()) })}</li>}</Show>
        <li>{s('willTell', { kinds: kinds() })}</li>
        <For each={[s('willFix'), s('mayChange')]}>{(line) => <li>{line}</li>}</For>
      </ul>
    </ConfirmDialog>
  )
}
