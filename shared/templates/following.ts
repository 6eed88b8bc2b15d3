import { newestTemplates } from './index.ts'
import type { Template } from './schema.ts'

/** The checks that awards of a call come to: the newest version of each template that starts from awards of its programme. */
export const followUpsOf = ({ programme }: Pick<Template, 'programme'>) =>
  newestTemplates()
    .filter(({ categories }) => categories.some(({ startsFrom }) => startsFrom?.award.programmes.includes(programme.key)))
    .map(({ key, version, kind, title }) => ({ key, version, kind, title }))
