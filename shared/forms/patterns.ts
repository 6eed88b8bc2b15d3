import type { Text } from '../text.ts'

type Pattern = { holds: (text: string) => boolean; expected: Text }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Whether an identity number has its 18 places and the check digit of GB 11643-1999. */
function isIdCard(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return checkDigits[sum % 11] === text[17]
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || /\s/.test(text)) return false
  try {
    return new URL(text).hostname.includes('.')
  } catch {
    return false
  }
}

/** Texts with a shape of their own, and what is expected of them. Half-width characters only. */
export const patterns = {
  email: {
    holds: (text) => text.length <= 254 && /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text),
    expected: { zh: '请填写完整的电子邮箱，如 name@example.edu.cn', en: 'give a complete address such as name@example.edu.cn' },
  },
  phone: {
    holds: (text) => /^(1[3-9]\d{9}|0\d{2,3}-\d{7,8}(-\d{1,6})?|\+\d{1,3}-\d{4,14})$/.test(text),
    expected: {
      zh: '请填写11位手机号，或带区号的电话如 010-66090000（半角）',
      en: 'give a mobile number of 11 digits, or a number with its area code such as 010-66090000',
    },
  },
  url: {
    holds: isWebAddress,
    expected: { zh: '请填写以 http:// 或 https:// 开头的网址', en: 'give an address that begins with http:// or https://' },
  },
  'id-card': {
    holds: isIdCard,
    expected: { zh: '请填写18位身份证号码，末位字母用大写X', en: 'give the 18 places of the identity number, with a capital X' },
  },
} as const satisfies Record<string, Pattern>
