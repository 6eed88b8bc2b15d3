import * as z from 'zod'

/** Who caused a fact. `system` is the workflow or a reaction; `cause` names it. */
export const By = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), person: z.string(), organisation: z.string() }),
  z.strictObject({ kind: z.literal('expert'), expert: z.string() }),
  z.strictObject({ kind: z.literal('approver'), approver: z.string() }),
  z.strictObject({ kind: z.literal('visitor') }),
  z.strictObject({ kind: z.literal('system'), cause: z.string() }),
])
export type By = z.infer<typeof By>

/** The shape of one fact: its type in the past tense, and what it says beside who, when and of what. */
export const fact = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

export const Id = z.ulid()
export const Reason = z.string().min(1).max(2000)
export const Hash = z.string().length(43)
