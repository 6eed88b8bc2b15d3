import { isCertified } from '../../shared/awards/rules.ts'
import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { isDecided } from '../../shared/submissions/states.ts'
import { templateOf } from '../../shared/templates/index.ts'
import type { Grade, Template } from '../../shared/templates/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { allLines } from './granting.ts'
import { awardsOfBatch } from './held.ts'

type Progress = {
  /** Whether it gives grades, which are passed on to awards that are there already, instead of granting some. */
  graded: boolean
  /** How many awards, or grades, the sheets say, and of how many it holds by now. */
  expected: number
  granted: number
  /** Null where the call gives no certificates. */
  certificates: { expected: number; made: number } | null
  /** Whether the public has a list to read when all of it holds: a selection may award nothing, and a check may be the affair of its host alone. */
  shows: boolean
}

/** How far what the sheets of a batch say has become true. */
export async function progressOf(batch: Batch): Promise<Progress> {
  const template = templateOf(batch.template.key, batch.template.version)
  return template?.grades ? graded(batch, template, template.grades) : granted(batch, template)
}

async function granted(batch: Batch, template: Template | undefined): Promise<Progress> {
  const [awards, lines] = await Promise.all([awardsOfBatch(batch.id), allLines(batch)])
  const expected = lines.filter(({ outcome }) => outcome === 'award').length
  const made = awards.filter(({ certificate }) => certificate !== undefined).length
  return {
    graded: false,
    expected,
    granted: awards.length,
    certificates: template?.certificate ? { expected, made } : null,
    shows: expected > 0,
  }
}

async function graded(batch: Batch, { certificate }: Template, grades: Grade[]): Promise<Progress> {
  const lines = await allLines(batch)
  const heads = (await table.getMany(lines.map(({ submission }) => key.submission(submission)))) as unknown as (Submission | undefined)[]
  const announced = new Set(grades.filter((grade) => grade.announced).map((grade) => grade.key))
  return {
    graded: true,
    expected: lines.length,
    granted: heads.filter((head) => head && isDecided(head.state)).length,
    certificates: certificate
      ? await accepted(
          batch,
          heads.filter((_, i) => isCertified(grades, lines[i]?.outcome ?? '')),
        )
      : null,
    shows: lines.some(({ outcome }) => announced.has(outcome)),
  }
}

/** Of the awards that a check accepts: one that had ended before, or was revoked meanwhile, is not accepted any more. */
async function accepted(batch: Batch, heads: readonly (Submission | undefined)[]): Promise<{ expected: number; made: number }> {
  const rows = await table.getMany(heads.flatMap((head) => (head?.award ? [key.award(head.award)] : [])))
  const meant = (rows as unknown as (Award | undefined)[]).filter(
    (award) => award && (award.state === 'open' || award.state === 'extended' || award.acceptance?.batch === batch.id),
  )
  const made = meant.filter((award) => award?.acceptance?.batch === batch.id && award.acceptance.certificate !== undefined)
  return { expected: meant.length, made: made.length }
}
