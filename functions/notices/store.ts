import type { Batch } from '../../shared/batches/schema.ts'
import type { Notice, NoticeEntry, Objection, ObjectionEntry } from '../../shared/notices/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { noticesOf, objectionTo } from './announced.ts'

export const notices = {
  get: (id: string) => table.get<Notice>(key.notice(id)),
  of: noticesOf,
  async publish(batch: Batch, entry: NoticeEntry, doing: Doing) {
    const id = doing.request
    // The calendar reckons with twenty years of holidays as it loads, which only this route needs.
    const { noticeEnds } = await import('../../shared/calendar/workingDays.ts')
    const ends = noticeEnds(doing.at, batch.settings.noticeWorkingDays)
    return table.commit(doing, [
      {
        key: key.notice(id),
        head: null,
        fact: { type: 'notice.published', notice: id, batch: batch.id, ends },
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
      },
    ])
  },

  /** Corrects a notice by what a sheet that was opened again has come to. Where somebody is added, the notice runs its working days anew. */
  async amend(notice: Notice, category: string, reason: string, added: number, doing: Doing) {
    const { noticeEnds } = await import('../../shared/calendar/workingDays.ts')
    const ends = added > 0 ? noticeEnds(doing.at, notice.workingDays) : notice.ends
    return table.commit(doing, [
      {
        key: key.notice(notice.id),
        head: notice,
        fact: { type: 'notice.amended', notice: notice.id, batch: notice.batch, category, ends, added, reason },
        set: {
          ends,
          amendments: [...(notice.amendments ?? []), { at: doing.at, category, reason, added }],
          summary: { title: notice.title, ends },
        },
      },
    ])
  },
}

export const objections = {
  get: objectionTo,

  raise(notice: Notice, entry: ObjectionEntry, submission: string | undefined, doing: Doing) {
    const id = doing.request
    return table.commit(doing, [
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
    ])
  },
  note: (objection: Objection, note: string, by: string, doing: Doing) =>
    table.commit(doing, [
      {
        key: objection,
        head: objection,
        fact: { type: 'objection.noted', notice: objection.notice, objection: objection.id, note },
        event: objection.id,
        set: { notes: [...objection.notes, { at: doing.at, by, note }] },
      },
    ]),
  settle: (objection: Objection, outcome: 'upheld' | 'dismissed', reason: string, submission: string | undefined, doing: Doing) =>
    table.commit(doing, [
      {
        key: objection,
        head: objection,
        fact: { type: 'objection.settled', notice: objection.notice, objection: objection.id, outcome, reason },
        event: objection.id,
        set: { state: outcome, reason, settledAt: doing.at, submission },
      },
    ]),
}
