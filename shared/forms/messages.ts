import { say, type Text } from '../text.ts'
import type { Field, Problem, ProblemCode } from './schema.ts'

/** What is said for each thing that can be wrong in a form. `{label}` is the name of the field, with its row in a table. */
const messages = {
  required: { zh: '请{act}“{label}”。', en: '{actEn} “{label}”.' },
  'too-short': { zh: '“{label}”至少{min}字，现为{count}字。', en: '“{label}” needs at least {min} characters; it has {count}.' },
  'too-long': {
    zh: '“{label}”最多{max}字，现为{count}字，请删减。',
    en: '“{label}” may have at most {max} characters; it has {count}. Shorten it.',
  },
  'not-a-number': { zh: '“{label}”请填写数字。', en: '“{label}” must be a number.' },
  'too-small': { zh: '“{label}”不能小于{min}。', en: '“{label}” may not be less than {min}.' },
  'too-large': { zh: '“{label}”不能大于{max}。', en: '“{label}” may not be more than {max}.' },
  'too-precise': { zh: '“{label}”最多保留{decimals}位小数。', en: '“{label}” may have at most {decimals} decimal places.' },
  'not-a-date': { zh: '“{label}”不是有效日期，请按{example}的格式填写。', en: '“{label}” is not a valid date. Write it like {example}.' },
  'too-early': { zh: '“{label}”不能早于{from}。', en: '“{label}” may not be before {from}.' },
  'too-late': { zh: '“{label}”不能晚于{until}。', en: '“{label}” may not be after {until}.' },
  'not-a-choice': { zh: '“{label}”的选项无效，请重新选择。', en: '“{label}” is not one of the choices. Choose again.' },
  'too-few': { zh: '“{label}”至少需要{min}项，现有{count}项。', en: '“{label}” needs at least {min}; it has {count}.' },
  'too-many': { zh: '“{label}”最多{max}项，现有{count}项。', en: '“{label}” may have at most {max}; it has {count}.' },
  'bad-format': { zh: '“{label}”格式不正确：{expected}。', en: '“{label}” is not written correctly: {expectedEn}.' },
  'not-unique': { zh: '“{label}”与第{row}行重复。', en: '“{label}” repeats row {row}.' },
  'wrong-type': { zh: '“{label}”的内容无法识别，请重新填写。', en: '“{label}” cannot be read. Enter it again.' },
  'unknown-field': { zh: '本表没有“{label}”这一项。', en: 'This form has no field “{label}”.' },
  'file-kind': { zh: '“{name}”不是本栏允许的文件类型（{kinds}）。', en: '“{name}” is not a kind of file allowed here ({kinds}).' },
  'file-size': {
    zh: '“{name}”超过{max} MB，请压缩后重新上传。',
    en: '“{name}” is larger than {max} MB. Make it smaller and upload it again.',
  },
  rule: { zh: '{text}', en: '{textEn}' },
} as const satisfies Record<ProblemCode, Text>

export type Said = Record<string, string | number>

/** What one does to fill in a field of a kind that is not written. */
const acts: { [kind in Field['kind']]?: readonly [zh: string, en: string] } = {
  choice: ['选择', 'Choose'],
  choices: ['选择', 'Choose'],
  yesNo: ['回答', 'Answer'],
  file: ['上传', 'Upload'],
}
/** The problem of a field that must be filled in and is empty. */
export const missing = (path: string, { kind }: Pick<Field, 'kind'>, label: Text): Problem => {
  const [act, actEn] = acts[kind] ?? ['填写', 'Fill in']
  return problem(path, 'required', label, { act, actEn })
}

/** A problem at a place, in both languages; details that differ by language come as `name` and `nameEn`. */
export function problem(path: string, code: ProblemCode, label: Text, zhAndEn: Said = {}): Problem {
  const text: Text = messages[code]
  return {
    path,
    code,
    message: { zh: say(text, 'zh', { ...zhAndEn, label: label.zh }), en: say(text, 'en', { ...zhAndEn, label: label.en }) },
  }
}
