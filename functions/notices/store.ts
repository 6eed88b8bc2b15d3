import type { Batch } from '../../shared/batches/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { overdue } from '../../shared/notices/rules.ts'
import type { Notice, NoticeEntry, Objection, ObjectionEntry } from '../../shared/notices/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { notOver, stillIn } from '../batches/stillIn.ts'
import { noticesOf, objectionTo } from './announced.ts'
import { type SheetStanding, stillApproved } from './sheets.ts'

/** On which day the clockwork ends it. */
const endRow = (notice: string, ends: string): Write =>
  writes.put({ ...key.due(beijing.date(ends), '00:00', 'notice', notice), kind: 'due', notice })

export const notices = {
  get: (id: string) => table.get<Notice>(key.notice(id)),
  of: noticesOf,
  async publish(batch: Batch, sheets: readonly SheetStanding[], entry: NoticeEntry, doing: Doing) {
    const id = doing.request
    // The calendar reckons with twenty years of holidays as it loads, which only this route needs.
    const { noticeEnds } = await import('../../shared/calendar/workingDays.ts')
    const ends = noticeEnds(doing.at, batch.settings.noticeWorkingDays)
    const move = {
      key: key.notice(id),
      head: null,
      fact: { type: 'notice.published' as const, notice: id, batch: batch.id, ends },
      set: {
        id,
        kind: 'notice',
        batch: batch.id,
        host: { id: batch.host.id, name: batch.host.name },
        ...entry,
        state: 'published',
        publishedAt: doing.at,
        ends,
        workingDays: batch.settings.noticeWorkingDays,
        listPk: partition.noticesOf(batch.id),
        listSk: doing.at,
        summary: { title: entry.title, ends },
      },
    }
    return table.commit(doing, [move], [stillIn(batch), ...stillApproved(batch, sheets), endRow(id, ends)])
  },

  /** Corrects a notice by what a sheet that was opened again has come to. Where somebody is added, the notice runs its working days anew. */
  async amend(notice: Notice, category: string, reason: string, added: number, doing: Doing) {
    const { noticeEnds } = await import('../../shared/calendar/workingDays.ts')
    const ends = added > 0 ? noticeEnds(doing.at, notice.workingDays) : notice.ends
    const move = {
      key: key.notice(notice.id),
      head: notice,
      fact: { type: 'notice.amended' as const, notice: notice.id, batch: notice.batch, category, ends, added, reason },
      set: {
        ends,
        amendments: [...(notice.amendments ?? []), { at: doing.at, category, reason, added }],
        summary: { title: notice.title, ends },
        ...(added > 0 && { state: 'published' }),
      },
    }
    return table.commit(doing, [move], added > 0 ? [endRow(notice.id, ends)] : [])
  },

  /** Ends a notice whose last day is over; one that ends later, because it was corrected, goes on. Answers whether nothing is left to do. */
  async end(id: string, at: string): Promise<boolean> {
    const notice = await table.get<Notice>(key.notice(id))
    if (!notice || !overdue(notice, at)) return true
    const doing = { by: { kind: 'system', cause: 'due' } as const, at, request: `${id}-ended-${beijing.date(notice.ends)}` }
    const fact = { type: 'notice.ended' as const, notice: id, batch: notice.batch }
    return (await table.commit(doing, [{ key: key.notice(id), head: notice, fact, set: { state: 'closed' } }])).ok
  },
}

export const objections = {
  get: objectionTo,

  /** The notice counts it, while its period is not over by the time the server received it and the batch has not gone on: both rest on the notice's row. */
  raise(notice: Notice, entry: ObjectionEntry, submission: string | undefined, doing: Doing) {
    const id = doing.request
    const running = { expression: 'attribute_not_exists(concludedAt) AND ends > :at', values: { ':at': doing.at } }
    return table.commit(
      doing,
      [
        {
          key: key.objection(notice.id, id),
          head: null,
          fact: { type: 'objection.raised', notice: notice.id, objection: id, submission },
          event: id,
          set: {
            id,
            kind: 'objection',
            notice: notice.id,
            batch: notice.batch,
            ...entry,
            submission,
            state: 'open',
            raisedAt: doing.at,
            notes: [],
          },
        },
      ],
      [writes.add(key.notice(notice.id), { objections: 1 }, refuse('notice.ended', { ends: notice.ends }), running), notOver(notice.batch)],
    )
  },
  note: (batch: Batch, objection: Objection, note: string, by: string, doing: Doing) =>
    table.commit(
      doing,
      [
        {
          key: objection,
          head: objection,
          fact: { type: 'objection.noted', notice: objection.notice, objection: objection.id, note },
          event: objection.id,
          set: { notes: [...objection.notes, { at: doing.at, by, note }] },
        },
      ],
      [stillIn(batch)],
    ),
  settle: (
    batch: Batch,
    objection: Objection,
    outcome: 'upheld' | 'dismissed',
    reason: string,
    submission: string | undefined,
    doing: Doing,
  ) =>
    table.commit(
      doing,
      [
        {
          key: objection,
          head: objection,
          fact: { type: 'objection.settled', notice: objection.notice, objection: objection.id, outcome, reason },
          event: objection.id,
          set: { state: outcome, reason, settledAt: doing.at, submission },
        },
      ],
      [stillIn(batch)],
    ),
}
