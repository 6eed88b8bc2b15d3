import type { Batch } from '../../shared/batches/schema.ts'
import { noticeDays, noticeEnds, yearIsKnown } from '../../shared/calendar/workingDays.ts'
import type { NoticeEntry } from '../../shared/notices/schema.ts'
import type { Language } from '../../shared/text.ts'
import type { Doing } from '../aws/table.ts'
import { noticePageOf } from '../portal/gathering.ts'
import { noticePage } from '../portal/notice.ts'
import { publicSite } from '../portal/site.ts'

/** A notice as the public would see it were it published at this moment, with the days it would run one by one. Nothing is written. */
export async function previewOf(batch: Batch, entry: NoticeEntry, language: Language, doing: Doing) {
  const workingDays = batch.settings.noticeWorkingDays
  const notice = {
    ...entry,
    id: doing.request,
    batch: batch.id,
    host: { id: batch.host.id, name: batch.host.name },
    state: 'published' as const,
    publishedAt: doing.at,
    ends: noticeEnds(doing.at, workingDays),
    workingDays,
  }
  const days = noticeDays(doing.at, workingDays)
  const page = await noticePageOf(notice, batch)
  return {
    html: noticePage(page, language, publicSite()).html,
    listed: page.groups.reduce((sum, { items }) => sum + items.length, 0),
    ends: notice.ends,
    days,
    /** Whether the holidays of these years have been announced; if not, the end may still move. */
    known: [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))].every((year) => yearIsKnown(year)),
  }
}
