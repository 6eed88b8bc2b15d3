import { Show } from 'solid-js'
import type { Clause } from '../../../shared/forms/schema.ts'
import { between } from '../../../shared/text.ts'
import { t } from '../i18n/forms.ts'
import { inLanguage } from '../i18n/texts.ts'

/** What the call's document, or its own notice, says about a section or a field. */
export function ClauseView(props: { clause: Clause }) {
  return (
    <>
      {t('clause')}{' '}
      <Show when={props.clause.document} fallback={t('ownNotice')}>
        {(document) => <cite translate="no">{document()}</cite>}
      </Show>
      {between}
      {inLanguage(props.clause.says)}
    </>
  )
}
