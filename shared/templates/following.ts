import { allTemplates } from './index.ts'
import type { Template } from './schema.ts'

/** The checks that awards of a call come to: the newest version of each template that starts from awards of its programme. */
export const followUpsOf = ({ programme }: Pick<Template, 'programme'>) =>
  allTemplates()
    .filter(({ categories }) => categories.some(({ startsFrom }) => startsFrom?.award.programmes.includes(programme.key)))
    .filter(({ key, version }, _, all) => all.every((other) => other.key !== key || other.version <= version))
    .map(({ key, version, kind, title }) => ({ key, version, kind, title }))
