import type { Text } from '../text.ts'

/** Every kind of node in the tree of organisations, from the top down. */
export const organisationKinds = {
  national: { zh: '全国主办单位', en: 'National office' },
  province: { zh: '省级主管部门', en: 'Province' },
  xpcc: { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
  ministry: { zh: '部委', en: 'Ministry' },
  university: { zh: '高等学校', en: 'University' },
  college: { zh: '院（系）', en: 'College' },
  branch: { zh: '党支部', en: 'Branch' },
} as const satisfies Record<string, Text>

export type OrganisationKind = keyof typeof organisationKinds
export const organisationKindKeys = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]]
