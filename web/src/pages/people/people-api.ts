import { hc } from 'hono/client'
import type { memberRoutes } from '../../../../functions/people/memberRoutes.ts'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import { offices } from '../../../../shared/people/members.ts'
import type { MemberState } from '../../../../shared/people/schema.ts'
import { type Role, roles } from '../../../../shared/permissions/actors.ts'
import { between } from '../../../../shared/text.ts'
import { answer, wire } from '../../data/client.ts'
import { t } from '../../i18n/people.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { Tone } from '../../ui/banner.tsx'
import type { Option } from '../../ui/choices.tsx'

export const api = hc<typeof memberRoutes>('/api', wire)

export const stateTones = { invited: 'warn', active: 'good', suspended: 'bad', left: 'plain' } as const satisfies Record<MemberState, Tone>
export const roleNames = (held: readonly Role[]): string => held.map((role) => inLanguage(roles[role])).join(between)

const page = (organisation: string, query: { cursor?: string; state?: MemberState; limit: string }) =>
  answer(api.organisations[':organisation'].members.$get({ param: { organisation }, query }))
export type Member = Awaited<ReturnType<typeof page>>['rows'][number]
/** Which people a list shows: those of one state, or all who have not left. */
export type Shown = MemberState | 'present'

/** The next people of a kind. Pages of the store hold people of every state, so that several may pass before one fits. */
export async function membersOf(organisation: string, shown: Shown, cursor?: string): Promise<{ rows: Member[]; cursor?: string }> {
  let from = cursor
  for (;;) {
    const read = await page(organisation, { limit: '50', ...(from && { cursor: from }), ...(shown !== 'present' && { state: shown }) })
    const rows = read.rows.filter(({ state }) => shown !== 'present' || state !== 'left')
    if (rows.length > 0 || !read.cursor) return { rows, ...(read.cursor && { cursor: read.cursor }) }
    from = read.cursor
  }
}

const helps = { administrator: 'administratorHelp', operator: 'operatorHelp', approver: 'approverHelp', editor: 'editorHelp' } as const
const isOffice = (role: Role) => offices.some((office) => office === role)

/** The roles that can be given in a unit of a kind. */
export const roleOptions = (kind: OrganisationKind): Option<Role>[] =>
  (Object.keys(roles) as Role[])
    .filter((role) => kind === 'national' || !isOffice(role))
    .map((role) => ({
      value: role,
      label: inLanguage(roles[role]),
      help: role in helps ? t(helps[role as keyof typeof helps]) : t('officeHelp'),
    }))
