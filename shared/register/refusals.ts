import type { Refusals } from '../refusal.ts'

/** Why a register or a list of accounts is refused. */
export const registerRefusals = {
  'register.out-of-reach': {
    status: 422,
    zh: '主管部门“{name}”不在本单位管理范围内，请由其上级单位导入。',
    en: 'The department “{name}” is not within your unit’s reach. Let the unit above it import this row.',
  },
  'import.past-end': {
    status: 422,
    zh: '起始位置超出文件记录数 {records}，请从计划中给出的位置继续。',
    en: 'The file has {records} records, so there is nothing from there. Go on from where the plan says.',
  },
  'account.columns': {
    status: 422,
    zh: '表头缺少“{columns}”列。请使用含 单位代码、邮箱、姓名、角色 四列的表格。',
    en: 'The columns “{columns}” are missing. The sheet has the columns code, email, name and roles.',
  },
  'account.unit-unknown': {
    status: 422,
    zh: '本单位之下没有代码为“{code}”的在用单位，请核对。',
    en: 'There is no active unit with the code “{code}” below yours. Check it.',
  },
  'account.email': {
    status: 422,
    zh: '邮箱“{email}”不是有效地址，请更正。',
    en: '“{email}” is not a valid address. Correct it.',
  },
  'account.name': {
    status: 422,
    zh: '姓名缺失或超过 60 个字，请更正。',
    en: 'The name is missing or longer than 60 characters. Correct it.',
  },
  'account.roles': {
    status: 422,
    zh: '角色“{roles}”无法识别。请填写 管理员、经办人、审核人 或 编辑，多个角色用顿号分开。',
    en: 'The roles “{roles}” are not known. Use administrator, operator, approver or editor, separated by commas.',
  },
  'account.twice': {
    status: 422,
    zh: '与第 {line} 行重复（同一单位、同一邮箱），请删去一行。',
    en: 'The same unit and address stand in line {line}. Remove one of them.',
  },
} as const satisfies Refusals
