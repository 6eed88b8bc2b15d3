import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { validator } from 'hono-openapi'
import type * as z from 'zod'
import { beijing } from '../../shared/calendar/beijing.ts'
import { accept, type Details, type Outcome, type Refusal } from '../../shared/outcome.ts'
import { type RefusalCode, refusals } from '../../shared/refusals.ts'
import { invalid } from '../../shared/request.ts'
import { type Language, say } from '../../shared/text.ts'
import { type Doing, table } from '../aws/table.ts'
import { issuesOf } from './issues.ts'
import { wholeTexts } from './whole.ts'

/** What every refusal looks like on the wire. `details` are the facts behind the sentence; `data` what the person needs to go on (both texts of a conflict). */
export type RefusalBody = { code: RefusalCode; zh: string; en: string; details?: Details; data?: unknown }

/** Answers an outcome: its value, or the refusal in both languages with its status. */
export function answer<T extends object>(c: Context, outcome: Outcome<T>, status: ContentfulStatusCode = 200) {
  return outcome.ok ? c.json(outcome.value, status as 200) : refused(c, outcome)
}

/** A refused change of a thing whose very request was carried out before is answered as done. `pk` is the partition its event stands in. */
export async function settled<T extends object = { repeated: boolean }>(
  pk: string | undefined,
  doing: Doing,
  outcome: Outcome<T>,
): Promise<Outcome<T | { repeated: boolean }>> {
  if (outcome.ok || pk === undefined) return outcome
  return (await table.done(pk, doing.request)) ? accept({ repeated: true }) : outcome
}

/** A refusal as an answer. Typed as never so that a route's type is that of its success; the client throws refusals as typed errors. */
export function refused(c: Context, refusal: Refusal, data?: unknown): never {
  const { status } = refusals[refusal.code]
  const { code, details } = refusal
  if (status === 503) c.header('retry-after', '3')
  return c.json(
    { code, ...sentences(refusal), ...(details && { details }), ...(data !== undefined && { data }) } satisfies RefusalBody,
    status as ContentfulStatusCode,
  ) as never
}

export const sentences = ({ code, details }: Refusal) => ({
  zh: say(refusals[code], 'zh', asSaid(details, 'zh')),
  en: say(refusals[code], 'en', asSaid(details, 'en')),
})

/** The facts behind a sentence as people read them: an instant is a deadline in Beijing, a date is written out. */
const asSaid = (details: Details = {}, language: Language): Details =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? said(value, language) : value]))
function said(value: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return beijing.formatDeadline(value, language)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? beijing.formatDate(beijing.startOfDay(value), language) : value
}

/** Checks a part of the request against a schema; what is wrong is said with its place, the first in words, all of it as `issues` for programs. The schema also stands in the OpenAPI document. */
const checked = <T extends 'json' | 'query' | 'param', S extends z.ZodType>(target: T, schema: S) =>
  validator(target, schema, (result, c) => {
    if (result.success) return
    const issues = issuesOf(result.error as readonly z.core.$ZodIssue[], result.data)
    return refused(c, invalid(issues[0] ?? { path: '', kind: 'invalid' }), { issues })
  })
export const body = <S extends z.ZodType>(schema: S) => checked('json', wholeTexts(schema))
export const query = <S extends z.ZodType>(schema: S) => checked('query', schema)
