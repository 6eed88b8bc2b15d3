import type { OrganisationKind } from '../organisations/kinds.ts'
import type { Text } from '../text.ts'

/** The roles of a member in a unit. The last three are the separated platform offices (三员), held in the national office. */
export const roles = {
  administrator: { zh: '管理员', en: 'Administrator' },
  operator: { zh: '经办人', en: 'Operator' },
  approver: { zh: '审核人', en: 'Approver' },
  editor: { zh: '编辑', en: 'Editor' },
  system: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<string, Text>
export type Role = keyof typeof roles

/** Who asks. A member acts for one unit at a time; experts and approvers come through a link of one batch. */
export type Actor =
  | { kind: 'visitor' }
  | {
      kind: 'member'
      person: string
      name: string
      organisation: { id: string; name: string; kind: OrganisationKind; path: string[] }
      roles: Role[]
      session: string
    }
  /** `linkedAt` is when the link was made that opened the session. */
  | { kind: 'expert'; expert: string; name: string; batch: string; session: string; linkedAt: string }
  | { kind: 'approver'; approver: string; name: string; batch: string; session: string }
export type Member = Extract<Actor, { kind: 'member' }>
