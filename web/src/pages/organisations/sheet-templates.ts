import { accountColumns } from '../../../../shared/people/accounts.ts'
import { roles } from '../../../../shared/permissions/actors.ts'
import { columnNames } from '../../../../shared/register/columns.ts'
import type { Language } from '../../../../shared/text.ts'
import type { ImportKind } from './import-api.ts'

const examples = {
  accounts: (language: Language) => [
    '4132010001',
    'teacher@example.edu.cn',
    language === 'zh' ? '张三' : 'Zhang San',
    roles.administrator[language],
  ],
  register: () => ['4132010001', '示例大学', '江苏省', '江苏省', '南京市', '本科', ''],
}

export const headings = (kind: ImportKind, language: Language): string[] =>
  Object.values(kind === 'accounts' ? accountColumns : columnNames).map((column) => column[language])

/** The sheet to fill in: headings and one example row. The mark at its start tells Excel that it is UTF-8. */
export const templateSheet = (kind: ImportKind, language: Language): string =>
  `\ufeff${[headings(kind, language), examples[kind](language)].map((row) => `${row.join(',')}\r\n`).join('')}`
