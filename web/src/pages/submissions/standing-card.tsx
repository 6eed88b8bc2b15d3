import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { Quoting } from '../../i18n/quoting.tsx'
import { t as s } from '../../i18n/sections.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, Facts } from '../../ui/page-header.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Found, holderName, type Named, one, submissionHref } from './submission-api.ts'

/** How a submission stands for those who write it: until when, who has it, its receipt, and taking it back or giving it up. */
export function StandingCard(props: { named: Named; found: Found; onChanged: () => void }) {
  const navigate = useNavigate()
  const submission = () => props.found.tasks.submission
  const may = () => props.found.tasks.may
  const writable = () => may().write === true
  const [dialog, setDialog] = createSignal<'discard' | 'recall' | null>(null)
  const act = actKey()
  const why = () => (may().write === true ? undefined : inLanguage(may().write as { zh: string; en: string }))
  return (
    <Card>
      <Facts
        facts={[
          {
            key: 'deadline',
            label: submission().correctUntil ? t('until') : t('deadlineIs'),
            value: props.found.tasks.deadline ? t('beijing', { time: deadline(props.found.tasks.deadline) }) : s('closesNone'),
          },
          { key: 'holder', label: t('holder'), value: <Quoting text={holderName(submission())} /> },
          ...(submission().receipt
            ? [
                { key: 'receipt', label: t('receiptNumber'), value: <span translate="no">{submission().receipt}</span> },
                { key: 'at', label: t('submittedAt'), value: moment(submission().submittedAt ?? submission().createdAt) },
              ]
            : []),
        ]}
      />
      <div class="mt-4 flex flex-wrap gap-3">
        <Show when={!writable()}>
          <LinkButton href={submissionHref(props.named, '/check')}>{t('seeAnswers')}</LinkButton>
        </Show>
        <Show when={submission().version > 0}>
          <LinkButton href={submissionHref(props.named, '/receipt')}>{t('receipt')}</LinkButton>
        </Show>
        <Show when={may().recall === true}>
          <Button onClick={() => setDialog('recall')}>{t('recall')}</Button>
        </Show>
        <Show when={may().discard === true}>
          <Button kind="quiet" onClick={() => setDialog('discard')}>
            {t('discard')}
          </Button>
        </Show>
      </div>
      <Show when={submission().state === 'draft' || submission().state === 'returned' ? why() : undefined}>
        {(reason) => <p class="mt-3 text-bad">{reason()}</p>}
      </Show>
      <ConfirmDialog
        open={dialog() === 'discard'}
        onClose={() => setDialog(null)}
        title={t('discardTitle')}
        action={t('discard')}
        danger
        onConfirm={async () => {
          await answer(one.discard.$post({ param: props.named }, act.options()))
          act.done()
          toast(t('discarded'))
          navigate('/submissions', { replace: true })
        }}
      >
        <p>{t('discardBody')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog() === 'recall'}
        onClose={() => setDialog(null)}
        title={t('recallTitle')}
        action={t('recall')}
        danger
        onConfirm={async () => {
          await answer(one.recall.$post({ param: props.named }, act.options()))
          act.done()
          toast(t('recalled'))
          props.onChanged()
        }}
      >
        <Banner tone="warn">{t('recallBody')}</Banner>
        <p>{t('recallVersion')}</p>
      </ConfirmDialog>
    </Card>
  )
}
