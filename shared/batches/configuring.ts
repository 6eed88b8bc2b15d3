import * as z from 'zod'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { standsBelow } from '../quotas/rules.ts'
import { Key, Rubric, type Template } from '../templates/schema.ts'
import { levelBelow } from './drafting.ts'
import { type Batch, BatchCategory, BatchSettings } from './schema.ts'
import { isDated } from './timing.ts'

export const BatchTitle = z.string().trim().min(4).max(80)
const Instant = z.iso.datetime().transform((instant) => new Date(instant).toISOString())

/** What is changed of a batch's configuration; each section by itself, and only what is named. */
export const Configuration = z
  .strictObject({
    title: BatchTitle,
    stages: z.array(z.strictObject({ key: Key, on: z.boolean().optional(), opens: Instant.nullish(), closes: Instant.nullish() })).max(20),
    categories: z.array(BatchCategory).max(40),
    settings: BatchSettings.partial(),
    rubric: Rubric.nullable(),
    source: z.ulid().nullable(),
    /** The `seq` of the batch that the change was made from; another has changed it since when it is no longer this one. */
    from: z.int().nonnegative(),
  })
  .partial()
export type Configuration = z.infer<typeof Configuration>

export type Configured = {
  set: Partial<Pick<Batch, 'title' | 'stages' | 'categories' | 'settings' | 'source'>>
  remove: ('source' | 'quotasAt')[]
  /** Names of the sections that changed. */
  changed: string[]
}

/** A batch is configured while it is being prepared; afterwards only its deadlines and places move, each with a reason or within its own bounds. */
export function configure(batch: Batch, asked: Configuration, template: Template): Outcome<Configured> {
  if (batch.state !== 'draft') return refuse('batch.already-open')
  const stages = asked.stages && configureStages(batch, asked.stages, template)
  if (stages && !stages.ok) return stages
  const categories = asked.categories && configureCategories(batch, asked.categories, template)
  if (categories && !categories.ok) return categories
  const switched = categories?.value.some(({ key, on }) => on && !batch.categories.some((now) => now.key === key && now.on)) ?? false
  const levels = stages?.value.some(({ level, on }, i) => level !== undefined && on !== batch.stages[i]?.on) ?? false
  return accept({
    set: {
      ...(asked.title !== undefined && { title: asked.title }),
      ...(stages && { stages: stages.value }),
      ...(categories && { categories: categories.value }),
      ...(asked.settings && { settings: { ...batch.settings, ...asked.settings } }),
      ...(asked.source && { source: asked.source }),
    },
    // New categories and other levels need places of their own, so that those made before no longer suffice.
    remove: [...(asked.source === null ? (['source'] as const) : []), ...(switched || levels ? (['quotasAt'] as const) : [])],
    changed: Object.keys(asked).toSorted(),
  })
}

function configureStages(batch: Batch, asked: NonNullable<Configuration['stages']>, template: Template): Outcome<Batch['stages']> {
  const unknown = asked.find(({ key }) => !batch.stages.some((stage) => stage.key === key))
  if (unknown) return refuse('stage.absent')
  const stages = batch.stages.map((stage) => {
    const change = asked.find(({ key }) => key === stage.key)
    return change
      ? {
          ...stage,
          on: change.on ?? stage.on,
          opens: change.opens === undefined ? stage.opens : change.opens,
          closes: change.closes === undefined ? stage.closes : change.closes,
        }
      : stage
  })
  const timed = stages.find((stage) => stage.closes !== null && !isDated(stage))
  if (timed) return refuse('stage.never-dated', { zh: timed.title.zh, en: timed.title.en })
  const wrong = stages.find((stage) => {
    const possible = stage.level === undefined || levelBelow(stage.level, batch.host.kind)
    const optional = template.stages.some(({ key, optional }) => key === stage.key && optional)
    return stage.on ? !possible : possible && !optional
  })
  return wrong ? refuse('stage.not-optional', { zh: wrong.title.zh, en: wrong.title.en }) : accept(stages)
}

function configureCategories(
  batch: Batch,
  asked: NonNullable<Configuration['categories']>,
  template: Template,
): Outcome<Batch['categories']> {
  const applicant = (key: string) => template.categories.find((category) => category.key === key)?.applicant
  const foreign = asked.find(({ key, on }) => {
    const kind = applicant(key)
    return kind === undefined || (on && !standsBelow(kind, batch.host.kind))
  })
  if (foreign) return refuse('batch.category-absent')
  return accept(batch.categories.map((category) => asked.find(({ key }) => key === category.key) ?? category))
}
