import type { TemplateSource } from './schema.ts'

/** The recommending levels of a round that a university holds among its own colleges and branches. */
const within = { university: [], college: [], branch: ['college'] } as const

/**
 * A university's own round before the call of the level above: the same forms, entered by its colleges (or by its branches, where branches apply), reviewed and
 * noticed by the university itself. It grants no award of the programme, so that nothing is owed or certified.
 */
export function internalRound(call: TemplateSource, workingDays = 3): TemplateSource {
  const { certificate: _, mails: __, ...kept } = call
  const applicants = call.categories.map((category) => ({
    ...category,
    applicant: category.applicant === 'university' ? ('college' as const) : category.applicant,
    eligibility: [],
    bars: {},
    /* What is won within a university bars nothing outside it. */
    type: `internal-${category.type}`.slice(0, 40),
    places: undefined,
  }))
  return {
    ...kept,
    key: `${call.key}-internal`,
    kind: 'internal',
    programme: {
      key: `${call.programme.key}-internal`,
      title: { zh: `${call.programme.title.zh}（校内）`, en: `${call.programme.title.en} (internal)` },
    },
    title: { zh: `${call.title.zh}（校内遴选）`, en: `${call.title.en}: internal round` },
    categories: applicants,
    introduction: {
      zh: `主办单位为“${call.title.zh}”组织的校内遴选，申报表与其一致。经专家评审、审定和公示。逾期视为放弃。`,
      en: `A round that its host holds among its own units for “${call.title.en}”, with the same forms. What experts have reviewed and the host has decided is announced in a public notice. Anything not submitted by the deadline counts as withdrawn.`,
    },
    introductionByLevel: applicants.some(({ applicant }) => within[applicant].length > 0)
      ? { college: { zh: '支部的申报由所在院（系）审核推荐。', en: 'What a branch enters is recommended by its college.' } }
      : {},
    stages: call.stages
      .filter(({ level }) => level === undefined || level === 'college')
      .map((stage) =>
        stage.kind === 'collect' ? { ...stage, defaultDays: 14 } : { ...stage, defaultDays: Math.min(stage.defaultDays, 5) },
      ),
    endorsement: {
      levels: Object.fromEntries(applicants.map(({ applicant }) => [applicant, [...within[applicant]]])),
      direct: [],
      duties: { college: { opinionMax: 300, stampedScan: false, ordered: false } },
    },
    quotas: [],
    ...(call.review ? { review: { ...call.review, expertsPerSubmission: 3, method: 'mean' } } : {}),
    notice: { workingDays },
    obligations: [],
  }
}
