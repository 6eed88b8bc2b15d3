import type { Rubric } from '../templates/schema.ts'

/** What is wrong at a place of a rubric that is being written, as `criteria.0.anchors.1.score`. */
type RubricProblem = { at: string; code: 'missing' | 'range' | 'step' | 'outside' | 'twice' | 'length' }

/** What keeps a rubric from being scored by: words that are missing in a language, scores that do not fit together, a described score outside its criterion or described twice. */
export function rubricProblems({ criteria, commentMin, commentMax, recommendation = [] }: Rubric): RubricProblem[] {
  return [
    ...criteria.flatMap(({ title, help, min, max, step, anchors = [] }, i): RubricProblem[] => {
      const at = `criteria.${i}`
      return [
        ...unsaid(`${at}.title`, title),
        ...unsaid(`${at}.help`, help),
        ...(max > min ? [] : [{ at: `${at}.max`, code: 'range' as const }]),
        ...(step > 0 ? [] : [{ at: `${at}.step`, code: 'step' as const }]),
        ...anchors.flatMap(({ score, text }, j): RubricProblem[] => {
          const twice = anchors.findIndex((each) => each.score === score) < j
          return [
            ...(score < min || score > max ? [{ at: `${at}.anchors.${j}.score`, code: 'outside' as const }] : []),
            ...(twice ? [{ at: `${at}.anchors.${j}.score`, code: 'twice' as const }] : []),
            ...unsaid(`${at}.anchors.${j}.text`, text),
          ]
        }),
      ]
    }),
    ...(commentMax >= commentMin && commentMax > 0 ? [] : [{ at: 'commentMax', code: 'length' as const }]),
    ...recommendation.flatMap(({ label }, i) => unsaid(`recommendation.${i}`, label)),
  ]
}

const unsaid = (at: string, text: { zh: string; en: string }): RubricProblem[] =>
  (['zh', 'en'] as const)
    .filter((language) => text[language].trim() === '')
    .map((language) => ({ at: `${at}.${language}`, code: 'missing' }))
