import { hc } from 'hono/client'
import type { organisationRoutes } from '../../../../functions/organisations/routes.ts'
import { below, type OrganisationKind, organisationKinds } from '../../../../shared/organisations/kinds.ts'
import { provinceOf } from '../../../../shared/register/provinces.ts'
import { answer, wire } from '../../data/client.ts'
import { isRefused } from '../../data/refused.ts'
import { inLanguage } from '../../i18n/texts.ts'

export const api = hc<typeof organisationRoutes>('/api', wire)

export const readUnit = (organisation: string) => answer(api.organisations[':organisation'].$get({ param: { organisation } }))
export type Read = Awaited<ReturnType<typeof readUnit>>
export type Unit = Read['organisation']

/** The unit as it is now, where a change was refused because another has changed it since. */
export const nowOf = (error: unknown): Read | undefined =>
  isRefused(error, 'changed-meanwhile') ? (error.body.data as Read | undefined) : undefined

/** A page of the units right below one. */
export const unitsBelow = (organisation: string, cursor?: string, kind?: OrganisationKind, limit = 100) =>
  answer(
    api.organisations[':organisation'].below.$get({
      param: { organisation },
      query: { limit: String(limit), ...(cursor && { cursor }), ...(kind && { kind }) },
    }),
  )

export const kindName = (kind: OrganisationKind): string => inLanguage(organisationKinds[kind])
export const kindsBelow = (kind: OrganisationKind): readonly OrganisationKind[] => below[kind]
export const provinceName = (code: string | undefined): string | undefined => {
  const known = code === undefined ? undefined : provinceOf(code)
  return known && inLanguage(known)
}
