import { For, Match, Switch } from 'solid-js'
import type { Block, Mail } from '../../../../shared/mails/blocks.ts'
import { language } from '../../i18n/language.ts'

/** A mail as it reads, in the language of the moment; what it says is example data and words of the host. */
export function MailSheet(props: { mail: Mail }) {
  const letter = () => props.mail[language()]
  return (
    <article class="mail-sheet" translate="no" lang={language() === 'zh' ? 'zh-CN' : 'en'}>
      <p class="font-semibold">{letter().subject}</p>
      <p>{letter().greeting}</p>
      <For each={letter().blocks}>
        {(block: Block) => (
          <Switch>
            <Match when={'paragraph' in block && block}>{(each) => <p>{each().paragraph}</p>}</Match>
            <Match when={'quote' in block && block}>{(each) => <blockquote>{each().quote}</blockquote>}</Match>
            <Match when={'code' in block && block}>{(each) => <p>{each().code}</p>}</Match>
            <Match when={'facts' in block && block}>
              {(each) => (
                <dl class="facts">
                  <For each={each().facts}>
                    {([label, value]) => (
                      <>
                        <dt>{label}</dt>
                        <dd>{value}</dd>
                      </>
                    )}
                  </For>
                </dl>
              )}
            </Match>
          </Switch>
        )}
      </For>
    </article>
  )
}
