import * as z from 'zod'
import { Expression, FieldKey, Form, TextIn2 } from '../forms/schema.ts'

/**
 * A template: everything a batch needs to run, as data. A version never changes once a batch was opened with it;
 * what an administrator changes when opening a batch (dates, quotas, stages on or off) starts from the values here.
 */

/** Keys of templates, categories, stages, types: they end up in addresses and in rows. */
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const templateKinds = ['selection', 'midterm', 'acceptance', 'report', 'internal'] as const
const applicantKinds = ['university', 'college', 'branch'] as const
const endorsementLevels = ['college', 'university', 'province'] as const
export const stageKinds = ['collect', 'endorse', 'screen', 'review', 'deliberate', 'notice', 'publish'] as const
export const awardStates = ['open', 'extended', 'closed', 'failed', 'revoked'] as const
export const ApplicantKind = z.enum(applicantKinds)
export type ApplicantKind = z.infer<typeof ApplicantKind>
/** Who endorses: the college, the university, or (province) the level above it: province, XPCC or ministry. */
export const EndorsementLevel = z.enum(endorsementLevels)
export type EndorsementLevel = z.infer<typeof EndorsementLevel>
export const StageKind = z.enum(stageKinds)
export type StageKind = z.infer<typeof StageKind>
export type AwardState = (typeof awardStates)[number]

/** A unit may apply only while `holds` is true of its facts (see `conditions.ts`); else it is told `message`. */
const Eligibility = z.strictObject({ key: FieldKey, holds: Expression, message: TextIn2 })

/** Criteria that experts score; the score of a review is the sum of score ÷ max × weight, weights adding up to 100. */
export const Criterion = z.strictObject({
  key: FieldKey,
  title: TextIn2,
  help: TextIn2,
  min: z.number().nonnegative(),
  max: z.number().positive(),
  step: z.number().positive(),
  weight: z.number().positive().max(100),
  anchors: z
    .array(z.strictObject({ score: z.number(), text: TextIn2 }))
    .max(20)
    .optional(),
})
export type Criterion = z.infer<typeof Criterion>

export const Rubric = z.strictObject({
  criteria: z.array(Criterion).min(1).max(20),
  /** Characters as people count them. */
  commentMin: z.int().nonnegative(),
  commentMax: z.int().positive().max(5000),
  /** What the expert recommends beside the scores. */
  recommendation: z
    .array(z.strictObject({ value: Key, label: TextIn2 }))
    .min(2)
    .max(10)
    .optional(),
})
export type Rubric = z.infer<typeof Rubric>

export const Category = z.strictObject({
  key: Key,
  title: TextIn2,
  /** Heading under which categories stand together. */
  group: z.strictObject({ key: Key, title: TextIn2 }).optional(),
  /** Kind of organisation that submits. */
  applicant: ApplicantKind,
  /** What “an unfinished project of the same type” compares, across batches and years. */
  type: Key,
  /** Awards available; absent where everyone is graded. */
  places: z.int().positive().optional(),
  /** Key in the template's `forms`. */
  form: FieldKey,
  eligibility: z.array(Eligibility).default([]),
  bars: z
    .strictObject({
      /** Refuses a unit that holds an award of this type which is still open or extended. */
      unfinishedSameType: z.boolean().default(false),
      /** Refuses a unit that was ever awarded in a category of the same key in the same programme. */
      awardedSameCategory: z.boolean().default(false),
    })
    .prefault({}),
  /** How many submissions one applicant may enter in this category. */
  perUnit: z.int().positive().default(1),
  /** Only the holder of an open or extended award may submit, once for each; empty lists mean any. */
  startsFrom: z
    .strictObject({ award: z.strictObject({ programmes: z.array(Key).default([]), categories: z.array(Key).default([]) }) })
    .optional(),
  /** Criteria of this category where they differ from the template's. */
  rubric: Rubric.optional(),
})
export type Category = z.infer<typeof Category>

/** `defaultDays` are calendar days; a notice counts its working days instead. */
export const Stage = z.strictObject({
  key: Key,
  kind: StageKind,
  title: TextIn2,
  /** The administrator may leave it out of a batch. */
  optional: z.boolean().default(false),
  defaultDays: z.int().positive().max(365),
  /** Of an endorse stage only, and always. */
  level: EndorsementLevel.optional(),
})
export type Stage = z.infer<typeof Stage>

export const Endorsement = z.strictObject({
  /** In order from the applicant upwards; a unit that is the applicant itself endorses its own at its own level. */
  levels: z
    .partialRecord(ApplicantKind, z.array(EndorsementLevel))
    .refine((chains) => Object.keys(chains).length > 0, 'at least one kind of applicant'),
  /** Universities supervised by these, or jointly built (部省合建), recommend directly to the host: their level `province` is left out. */
  direct: z.array(z.enum(['ministry', 'xpcc', 'province', 'jointly-built'])).default([]),
  /** What each level does. Opinion lengths in characters as people count them. */
  duties: z.partialRecord(
    EndorsementLevel,
    z.strictObject({ opinionMax: z.int().positive().max(2000), stampedScan: z.boolean(), ordered: z.boolean() }),
  ),
})
export type Endorsement = z.infer<typeof Endorsement>

/**
 * How many a recommending unit may recommend in a category. Of several quotas that fit a unit the most particular holds:
 * named code, then `under`, then level; a quota with a category before one without. No quota means no limit.
 */
export const Quota = z.strictObject({
  level: z.enum(['province', 'xpcc', 'university']),
  /** Only universities under this kind of supervising unit. */
  under: z.enum(['ministry', 'xpcc']).optional(),
  /** One category; absent: each category by itself. */
  category: Key.optional(),
  rule: z.union([
    z.strictObject({ number: z.int().nonnegative() }),
    z.strictObject({
      /** 0.15 = 15 % */
      ratio: z.number().positive().max(1),
      /** The universities the unit recommends for: those below it that do not recommend directly. */
      of: z.literal('universities'),
      rounding: z.enum(['down', 'up', 'half-up']),
      atLeast: z.int().nonnegative().optional(),
    }),
  ]),
  /** Units, by their code in the register, with a number of their own. */
  named: z.array(z.strictObject({ code: z.string(), number: z.int().nonnegative() })).default([]),
})
export type Quota = z.infer<typeof Quota>

export const Review = z.strictObject({
  rubric: Rubric,
  expertsPerSubmission: z.int().positive().max(21),
  method: z.enum(['mean', 'trimmed-mean']),
  /** Applicants never learn who has reviewed them; experts may or may not know the applicant. */
  anonymity: z.strictObject({ applicantHiddenFromExpert: z.boolean() }),
})
export type Review = z.infer<typeof Review>

/** What becomes of the award that was checked. */
export const GradeOutcome = z.enum(['close', 'extend', 'warn', 'continue', 'fail'])

/** Results of a check, best first. The first grade whose `from` the score reaches holds, unless its share is used up: then the next. */
export const Grade = z.strictObject({
  key: Key,
  title: TextIn2,
  from: z.number().min(0).max(100),
  /** At most this share of a category's submissions (0.5 = half), rounded down. */
  maxShare: z.number().positive().max(1).optional(),
  outcome: GradeOutcome,
  /** Months the award is extended by, of `extend` only. */
  extendMonths: z.int().positive().max(60).optional(),
  /** Whether the public is told who has it: in the notice, on the list of results, on the page of the award. */
  announced: z.boolean().default(true),
})
export type Grade = z.infer<typeof Grade>

/** What an award owes. */
export const Obligation = z.strictObject({
  key: Key,
  kind: z.enum(['posts', 'midterm', 'acceptance', 'report']),
  title: TextIn2,
  dueAfterMonths: z.int().positive().max(120),
  remindDaysBefore: z.array(z.int().nonnegative()).default([]),
  /** Key of the template whose batch discharges it. */
  template: Key.optional(),
  /** Of posts: how many at least, and whether the work page is public. */
  posts: z.int().positive().optional(),
  publicWorkPage: z.boolean().default(false),
  /** Only awards of these categories; empty means all. */
  categories: z.array(Key).default([]),
})
export type Obligation = z.infer<typeof Obligation>

export const certificatePlaceholders = ['unit', 'title', 'category', 'batch', 'number', 'date', 'host', 'grade'] as const
export const Certificate = z.strictObject({ title: TextIn2, text: TextIn2 })
export type Certificate = z.infer<typeof Certificate>

export const Template = z.strictObject({
  key: Key,
  version: z.int().positive(),
  title: TextIn2,
  programme: z.strictObject({ key: Key, title: TextIn2 }),
  kind: z.enum(templateKinds),
  /** Numbers of the documents this call rests on. */
  basis: z.array(z.string()),
  introduction: TextIn2,
  /** What the introduction says besides of a level that recommends; told in batches that have it. */
  introductionByLevel: z.partialRecord(EndorsementLevel, TextIn2).default({}),
  forms: z.record(FieldKey, Form),
  categories: z.array(Category).min(1).max(40),
  stages: z.array(Stage).min(1).max(20),
  endorsement: Endorsement,
  quotas: z.array(Quota).default([]),
  review: Review.optional(),
  grades: z.array(Grade).min(2).optional(),
  notice: z.strictObject({ workingDays: z.int().positive().max(60) }).optional(),
  certificate: Certificate.optional(),
  obligations: z.array(Obligation).default([]),
  /** Sentences of this call in place of the usual ones, by the key of the mail. */
  mails: z.record(Key, z.strictObject({ subject: TextIn2.optional(), opening: TextIn2.optional() })).default({}),
})
export type Template = z.infer<typeof Template>
/** A template as an author writes it, defaults left out. */
export type TemplateSource = z.input<typeof Template>
/** How batches refer to the version they were opened with: `jingpin-2024@1`. */
export type TemplateRef = `${string}@${number}`
