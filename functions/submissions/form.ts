import type { Batch } from '../../shared/batches/schema.ts'
import type { Form } from '../../shared/forms/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import type { Template } from '../../shared/templates/schema.ts'

/** The template that a batch was opened with. A batch cannot be without: templates that were used are never removed. */
export function templateFor({ id, template: { key, version } }: Pick<Batch, 'id' | 'template'>): Template {
  const template = templateOf(key, version)
  if (!template) throw new Error(`batch ${id} was opened with ${key}@${version}, which is not there`)
  return template
}

/** The form of a category as the batch's template has it. */
export function formFor(batch: Pick<Batch, 'id' | 'template'>, category: string): Form {
  const form = formOf(templateFor(batch), category)
  if (!form) throw new Error(`batch ${batch.id} has no form for ${category}`)
  return form
}
