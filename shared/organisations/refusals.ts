import type { Refusals } from '../refusal.ts'

/** Why units say no. */
export const organisationRefusals = {
  'organisation.closed': {
    status: 409,
    zh: '该单位已撤销，不能进行此操作。请改选其他单位；如属误撤，请联系上级单位重新建立。',
    en: 'This unit is closed, so this cannot be done. Choose another unit; if it was closed by mistake, ask the unit above to set it up anew.',
  },
  'organisation.code-taken': {
    status: 409,
    zh: '单位代码“{code}”已被其他单位使用，请核对。',
    en: 'The code “{code}” belongs to another unit. Check it.',
  },
  'organisation.kind-not-below': {
    status: 422,
    zh: '该类单位不能设在所选上级单位之下，请重新选择。',
    en: 'A unit of this kind cannot stand below the chosen one. Choose another.',
  },
  'organisation.has-units': {
    status: 409,
    zh: '该单位之下还有 {units} 个在用单位，不能撤销。请先撤销或划转下级单位。',
    en: 'There are still {units} active units below this one, so it cannot be closed. Close or move them first.',
  },
  'organisation.inside-itself': {
    status: 422,
    zh: '不能把单位划转到其自身或其下级单位之下。请另选上级单位。',
    en: 'A unit cannot be moved below itself or below a unit of its own. Choose another unit to lie above it.',
  },
  'organisation.founded': {
    status: 409,
    zh: '国家级主管单位已建立，不能重复建立。请使用已有的管理员账号登录。',
    en: 'The national office has been founded already. Sign in with its administrator’s account.',
  },
} as const satisfies Refusals
