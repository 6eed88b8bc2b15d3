import type { Refusals } from '../refusal.ts'

/** Why a form says no. */
export const formRefusals = {
  'form.unknown-section': {
    status: 404,
    zh: '本表没有栏目“{section}”，未保存。请刷新页面后重试。',
    en: 'This form has no section “{section}”; nothing was saved. Reload the page and try again.',
  },
  'form.unknown-field': {
    status: 400,
    zh: '本栏目没有“{field}”这一项，未保存。请刷新页面后重试。',
    en: 'This section has no field “{field}”; nothing was saved. Reload the page and try again.',
  },
  'form.wrong-type': {
    status: 400,
    zh: '“{zh}”的内容无法识别，未保存；您填写的内容仍在本机。请修改该项后重试。',
    en: '“{en}” cannot be read and was not saved; what you typed is still on this device. Change it and try again.',
  },
} as const satisfies Refusals
