import * as z from 'zod'

export const NoticeEntry = z.strictObject({
  title: z.string().trim().min(4).max(120),
  text: z.string().trim().min(10).max(5000),
  contact: z.strictObject({
    name: z.string().trim().min(2).max(60),
    phone: z.string().trim().min(5).max(40),
    email: z.email().max(200),
    address: z.string().trim().max(200).optional(),
  }),
})
export type NoticeEntry = z.infer<typeof NoticeEntry>

/** A public notice (公示) of what was decided; it runs for working days and takes objections until its end. */
export type Notice = NoticeEntry & {
  id: string
  batch: string
  host: { id: string; name: string }
  state: 'published' | 'closed'
  publishedAt: string
  ends: string
  workingDays: number
  /** How many objections were raised: whoever goes on from the notice has seen just those. */
  objections?: number
  /** When the batch went on from it: the stage was left, or the list published. */
  concludedAt?: string
  /** Corrections after objections that were upheld, the first one first. (更正) */
  amendments?: { at: string; category: string; reason: string; added: number }[]
  seq: number
  chain: string
  pk: string
  sk: string
}

/** Objections are raised by real name; the name is for those who handle them only. (实名异议) */
export const ObjectionEntry = z.strictObject({
  name: z.string().trim().min(2).max(60),
  phone: z
    .string()
    .trim()
    .regex(/^[\d +()-]{6,30}$/),
  email: z.email().max(200),
  unit: z.string().trim().max(120).optional(),
  receipt: z.string().trim().max(60).optional(),
  text: z.string().trim().min(20).max(5000),
})
export type ObjectionEntry = z.infer<typeof ObjectionEntry>

export type Objection = ObjectionEntry & {
  id: string
  notice: string
  batch: string
  submission?: string
  state: 'open' | 'upheld' | 'dismissed'
  raisedAt: string
  notes: { at: string; by: string; note: string }[]
  reason?: string
  settledAt?: string
  /** When the sheet was opened again because of it. */
  reopenedAt?: string
  seq: number
  chain: string
  pk: string
  sk: string
}
