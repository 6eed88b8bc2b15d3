import type { Batch } from '../batches/schema.ts'
import { templateOf } from '../templates/index.ts'
import type { Text } from '../text.ts'
import { selectionOutcomes, selectionTitles } from './rules.ts'

/** What may be decided in a batch, with its names: a check’s grades, or award, reserve, none. */
export const decisionOutcomes = ({ template }: Pick<Batch, 'template'>): { key: string; title: Text }[] =>
  templateOf(template.key, template.version)?.grades?.map(({ key, title }) => ({ key, title })) ??
  selectionOutcomes.map((key) => ({ key, title: selectionTitles[key] }))
