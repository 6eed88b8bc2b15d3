import { t as s } from '../../i18n/batch-setup.ts'
import { TextField } from '../../ui/text-field.tsx'
import { idOf, type RubricEditing } from './rubric-editing.ts'

type Language = 'zh' | 'en'

/** A text of the criteria in both languages. */
export function Words(props: {
  editing: RubricEditing
  at: string
  what: string
  value: Record<Language, string>
  max: Record<Language, number>
  onInput: (language: Language, text: string) => void
}) {
  const field = (language: Language, label: string) => (
    <TextField
      id={idOf(`${props.at}.${language}`)}
      label={label}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      unmarked
      required
      max={props.max[language]}
      problem={props.editing.problem(`${props.at}.${language}`)}
      value={props.value[language]}
      onInput={(text) => props.onInput(language, text)}
    />
  )
  return (
    <>
      {field('zh', s('inChinese', { what: props.what }))}
      {field('en', s('inEnglish', { what: props.what }))}
    </>
  )
}
