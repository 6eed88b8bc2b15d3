import type { Form } from '../forms/schema.ts'
import type { Text } from '../text.ts'
import { jingpinAcceptance, shuangchuangAcceptance } from './acceptance.ts'
import { informationReport } from './information-report.ts'
import { internalRound } from './internal-round.ts'
import { jingpin2024 } from './jingpin-2024.ts'
import { jingpinMidterm, shuangchuangMidterm } from './midterm.ts'
import { partyDay } from './party-day.ts'
import { type Category, type Review, Template, type TemplateRef, type TemplateSource } from './schema.ts'
import { shuangchuang4 } from './shuangchuang-4.ts'

/**
 * Every template that the platform comes with, by key and version. A version that a batch may have been opened with stays here for good, as it was:
 * `published.json` holds the hash of each.
 */
export const sources = {
  'shuangchuang-4@1': shuangchuang4,
  'jingpin-2024@1': jingpin2024,
  'shuangchuang-midterm@1': shuangchuangMidterm,
  'shuangchuang-acceptance@1': shuangchuangAcceptance,
  'jingpin-midterm@1': jingpinMidterm,
  'jingpin-acceptance@1': jingpinAcceptance,
  'information-report@1': informationReport,
  'party-day@1': partyDay,
  'shuangchuang-4-internal@1': internalRound(shuangchuang4),
  'jingpin-2024-internal@1': internalRound(jingpin2024),
} as const satisfies Record<TemplateRef, TemplateSource>

const parsed = new Map<string, Template>()

/** The template of a key and version, parsed once per process; undefined if there is none. */
export function templateOf(key: string, version: number): Template | undefined {
  const ref = `${key}@${version}`
  const known = parsed.get(ref)
  if (known) return known
  if (!Object.hasOwn(sources, ref)) return undefined
  const template = Template.parse(sources[ref as keyof typeof sources])
  parsed.set(ref, template)
  return template
}

/** All versions of all templates. */
export const allTemplates = (): Template[] =>
  Object.keys(sources).flatMap((ref) => {
    const [key = '', version] = ref.split('@')
    return templateOf(key, Number(version)) ?? []
  })

/** Of each template the newest version, for those who open batches. */
export const newestTemplates = (): Template[] =>
  allTemplates().filter(({ key, version }, _, all) => all.every((other) => other.key !== key || other.version <= version))

export const categoryOf = (template: Template, category: string): Category | undefined =>
  template.categories.find(({ key }) => key === category)

/** What a category is called; by its key where the template is not there. */
export const categoryTitle = (template: Template | undefined, category: string): Text =>
  (template && categoryOf(template, category)?.title) ?? { zh: category, en: category }

/** The form that submissions of a category fill in. */
export function formOf(template: Template, category: string): Form | undefined {
  const form = categoryOf(template, category)?.form
  return form !== undefined && Object.hasOwn(template.forms, form) ? template.forms[form] : undefined
}

/** The criteria that experts score a category by. */
export const rubricOf = (template: Template, category: string): Review['rubric'] | undefined =>
  template.review && (categoryOf(template, category)?.rubric ?? template.review.rubric)
