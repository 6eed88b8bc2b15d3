import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { showListed } from '../submissions/listed.ts'

/** Once a list is final, each submission on it shows its place in it; the fact is the list's, so the heads only carry a copy. */
export async function numberSubmissions(fact: Recorded<FactOf<'list.confirmed'>>): Promise<void> {
  for (const [i, submission] of fact.submissions.entries()) {
    const order = i + 1
    await table.write(writes.update(key.submission(submission), { order }, { expression: 'attribute_exists(summary)' }, 'done'))
    await showListed(submission)
  }
}
