import { Hono } from 'hono'
import { levelBelow } from '../../shared/batches/drafting.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { standsBelow } from '../../shared/quotas/rules.ts'
import { contentsOf } from '../../shared/templates/contents.ts'
import { newestTemplates, templateOf } from '../../shared/templates/index.ts'
import { introductionOf } from '../../shared/templates/introduction.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { answer, query } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { TemplateVersion } from './schema.ts'

/** The template of a key: the version asked for, or the newest. */
export const templateNamed = (key: string, version?: number): Template | undefined =>
  version === undefined ? newestTemplates().find((template) => template.key === key) : templateOf(key, version)

/** The calls as data from which batches are opened. */
export const templateRoutes = new Hono()
  .get(
    '/templates',
    on.member('template.read'),
    describe('templates', 'The templates, each in its newest version, and which of them my unit may host'),
    (c) => {
      const { kind } = c.var.member.organisation
      const rows = newestTemplates().map((template) => ({
        key: template.key,
        version: template.version,
        title: template.title,
        programme: template.programme,
        kind: template.kind,
        basis: template.basis,
        introduction: introductionOf(template, (level) => levelBelow(level, kind)),
        categories: template.categories.map(({ key, title, group, applicant, places }) => ({ key, title, group, applicant, places })),
        stages: template.stages.filter(({ level }) => level === undefined || levelBelow(level, kind)),
        contains: contentsOf(template),
        mayHost: template.categories.some(({ applicant }) => standsBelow(applicant, kind)),
      }))
      return c.json({ rows })
    },
  )
  .get(
    '/templates/:key',
    on.member('template.read'),
    describe('templates', 'A template with its forms, rubric and rules; the newest version unless one is named'),
    query(TemplateVersion),
    (c) => {
      const template = templateNamed(c.req.param('key'), c.req.valid('query').version)
      return answer(c, template ? accept(template) : refuse('template.unknown'))
    },
  )
