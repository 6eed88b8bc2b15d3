import { createResource, createSignal, Show } from 'solid-js'
import type { Extension } from '../../../../shared/batches/schema.ts'
import { actKey, answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { t as b } from '../../i18n/batches.ts'
import { deadline } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { t } from '../../i18n/watching.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { Card } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { type HostView, mailApi, runApi, watchApi } from './batch-api.ts'
import { MailSheet } from './mail-sheet.tsx'

/** The extension that is kept ready: written in quiet, carried out by one button when it is needed, with the mail that will go out. */
export function ExtensionCard(props: { batch: HostView; prepared: Extension | null; onChanged: () => void }) {
  const [asking, setAsking] = createSignal<'prepare' | 'execute' | null>(null)
  const act = actKey()
  const stage = () => {
    const at = props.batch.stage
    const now = at === null ? undefined : props.batch.stages[at]
    return now?.closes ? now : undefined
  }
  const ready = () =>
    props.prepared && props.prepared.stage === stage()?.key && props.prepared.closes > (stage()?.closes ?? '') ? props.prepared : null
  const [mail] = createResource(
    () => asking() === 'execute' && props.batch.id,
    async (batch) =>
      (await answer(mailApi.batches[':batch'].mails.$get({ param: { batch }, query: {} }))).rows.find(({ key }) => key === 'deadline-moved')
        ?.mail,
  )
  const execute = async () => {
    const prepared = ready()
    if (!prepared) return
    const { stage: key, ...json } = prepared
    await answer(runApi.batches[':batch'].stages[':key'].deadline.$post({ param: { batch: props.batch.id, key }, json }, act.options()))
    act.done()
    toast(t('extended', { to: deadline(prepared.closes) }))
    props.onChanged()
  }
  return (
    <Card title={t('prepared')}>
      <p class="text-sm text-soft">{t('preparedHelp')}</p>
      <Show when={props.batch.state === 'open' && stage()} fallback={<p class="mt-3">{t('noDeadline')}</p>}>
        {(now) => (
          <>
            <Show when={ready()} fallback={<p class="mt-3">{t('notPrepared')}</p>}>
              {(prepared) => (
                <div class="mt-3">
                  <p class="font-semibold">{t('executeTitle', { stage: inLanguage(now().title), to: deadline(prepared().closes) })}</p>
                  <p class="text-soft" translate="no">
                    {prepared().reason}
                  </p>
                </div>
              )}
            </Show>
            <div class="mt-4 flex flex-wrap gap-3">
              <Show when={ready()}>
                <Button kind="primary" onClick={() => setAsking('execute')}>
                  {t('execute')}
                </Button>
              </Show>
              <Button onClick={() => setAsking('prepare')}>{ready() ? t('change') : t('prepareTitle')}</Button>
            </div>
            <Show when={asking() === 'prepare'}>
              <Preparing batch={props.batch.id} stage={now()} prepared={ready()} onClose={() => setAsking(null)} onDone={props.onChanged} />
            </Show>
            <Show when={ready()}>
              {(prepared) => (
                <ConfirmDialog
                  open={asking() === 'execute'}
                  onClose={() => setAsking(null)}
                  title={t('executeTitle', { stage: inLanguage(now().title), to: deadline(prepared().closes) })}
                  action={t('execute')}
                  onConfirm={execute}
                >
                  <p>
                    {t('executeBody', {
                      from: deadline(now().closes ?? ''),
                      later: t(prepared().later === 'shift' ? 'laterShift' : 'laterKeep'),
                    })}
                  </p>
                  <blockquote translate="no">{prepared().reason}</blockquote>
                  <Known of={mail.latest}>
                    {(shown) => (
                      <details>
                        <summary>{t('mailReady')}</summary>
                        <MailSheet mail={shown()} />
                      </details>
                    )}
                  </Known>
                </ConfirmDialog>
              )}
            </Show>
          </>
        )}
      </Show>
    </Card>
  )
}

function Preparing(props: {
  batch: string
  stage: HostView['stages'][number]
  prepared: Extension | null
  onClose: () => void
  onDone: () => void
}) {
  const day = 86_400_000
  const [closes, setCloses] = createSignal<string | null>(
    props.prepared?.closes ?? new Date(Date.parse(props.stage.closes ?? '') + day).toISOString(),
  )
  const [reason, setReason] = createSignal(props.prepared?.reason ?? '')
  const [shift, setShift] = createSignal(props.prepared?.later !== 'keep')
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('prepareTitle')}
      action={t('prepare')}
      disabled={reason().trim().length < 2 || (closes() ?? '') <= (props.stage.closes ?? '')}
      onConfirm={async () => {
        const prepared = {
          stage: props.stage.key,
          closes: closes() ?? '',
          later: shift() ? ('shift' as const) : ('keep' as const),
          reason: reason().trim(),
        }
        await answer(watchApi.batches[':batch'].extension.$put({ param: { batch: props.batch }, json: { prepared } }))
        props.onDone()
      }}
    >
      <MomentField label={b('newDeadline')} required end value={closes()} onInput={setCloses} />
      <Checkbox label={b('shift')} checked={shift()} onChange={setShift} />
      <TextArea label={b('reason')} help={b('reasonHelp')} required rows={3} max={2000} value={reason()} onInput={setReason} />
    </ConfirmDialog>
  )
}
