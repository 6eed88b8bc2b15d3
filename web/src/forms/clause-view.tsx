import type { Clause } from '../../../shared/forms/schema.ts'
import { between } from '../../../shared/text.ts'
import { t } from '../i18n/forms.ts'
import { inLanguage } from '../i18n/texts.ts'

/** What the call's own document says about a section or a field. */
export function ClauseView(props: { clause: Clause }) {
  return (
    <>
      {t('clause')} <cite translate="no">{props.clause.document}</cite>
      {between}
      {inLanguage(props.clause.says)}
    </>
  )
}
