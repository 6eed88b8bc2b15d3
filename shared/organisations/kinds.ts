import type { Text } from '../text.ts'

/** The kinds of units in the tree, from the national office down to a branch. */
export const organisationKinds = {
  national: { zh: '国家级主管单位', en: 'National office' },
  province: { zh: '省级主管单位', en: 'Province' },
  xpcc: { zh: '新疆生产建设兵团', en: 'Xinjiang Production and Construction Corps' },
  ministry: { zh: '中央部门（单位）', en: 'Ministry or central body' },
  university: { zh: '高校', en: 'University' },
  college: { zh: '院系', en: 'College' },
  branch: { zh: '党支部', en: 'Branch' },
} as const satisfies Record<string, Text>

export type OrganisationKind = keyof typeof organisationKinds
export const organisationKindKeys = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]]

/** Which kinds may stand right below a kind. */
export const below = {
  national: ['province', 'xpcc', 'ministry'],
  province: ['university'],
  xpcc: ['university'],
  ministry: ['university'],
  university: ['college', 'branch'],
  college: ['branch'],
  branch: [],
} as const satisfies Record<OrganisationKind, readonly OrganisationKind[]>

/** Whether a unit of a kind may host batches: somebody stands below it who may be called. */
export const mayHost = (kind: OrganisationKind): boolean => below[kind].length > 0
