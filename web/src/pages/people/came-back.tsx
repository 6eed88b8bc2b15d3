import { Show } from 'solid-js'
import { type Returned, returnReasons } from '../../../../shared/mails/returns.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/people.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'

const advice = { permanent: 'permanentDo', temporary: 'temporaryDo', spam: 'spamDo' } as const

type Back = Returned & { at: string }

/** That the mail of an invitation came back. */
export const CameBackMark = (props: { returned: Back }) => (
  <Badge tone="bad">{props.returned.why === 'spam' ? t('unwanted') : t('cameBack')}</Badge>
)

/** The same with when and why, what the server said of it, and what to do now. */
export function CameBack(props: { returned: Back | undefined }) {
  return (
    <Show when={props.returned}>
      {(back) => (
        <small class="mt-1 block">
          <CameBackMark returned={back()} />
          <span class="block text-bad">{t('cameBackAt', { when: moment(back().at), why: inLanguage(returnReasons[back().why]) })}</span>
          <span class="block">{t(advice[back().why])}</span>
          <Show when={back().why !== 'spam' && back().said}>
            {(said) => (
              <span class="block break-all text-soft" translate="no">
                {said()}
              </span>
            )}
          </Show>
        </small>
      )}
    </Show>
  )
}
