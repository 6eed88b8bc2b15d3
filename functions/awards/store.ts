import { nextDue } from '../../shared/awards/rules.ts'
import type { Award, Obligation, Post, PostEntry } from '../../shared/awards/schema.ts'
import { pick } from '../../shared/pick.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { wholeAward } from './held.ts'

/** What lists of awards show, kept with each award for them. */
const summarised = [
  'title',
  'unit',
  'institution',
  'category',
  'number',
  'state',
  'batch',
  'batchTitle',
  'grantedAt',
  'ends',
  'grade',
  'gradeTitle',
  'next',
] as const satisfies readonly (keyof Award)[]
export type AwardSummary = Pick<Award, (typeof summarised)[number]>

export const awards = {
  get: (id: string) => table.get<Award>(key.award(id)),
  byNumber: async (number: string) => {
    const found = await table.get<{ award: string }>(key.certificate(number), false)
    return found && awards.get(found.award)
  },
  ofBatch: (batch: string, asked: { category?: string; cursor?: string; limit?: number } = {}) =>
    table.query<{ id: string; summary: AwardSummary }>({
      pk: partition.awardsOfBatch(batch),
      index: 'lists',
      begins: asked.category ? `${asked.category}#` : undefined,
      cursor: asked.cursor,
      limit: asked.limit ?? 100,
    }),
  allOfBatch: (batch: string) => table.all<{ id: string; summary: AwardSummary }>({ pk: partition.awardsOfBatch(batch), index: 'lists' }),
  ofInstitution: (institution: string, cursor?: string) =>
    table.query<{ id: string; summary: AwardSummary }>({
      pk: partition.awardsOf(institution),
      index: 'owned',
      cursor,
      limit: 100,
      reverse: true,
    }),

  whole: wholeAward,

  post(award: Award, entry: PostEntry, files: Post['files'], doing: Doing) {
    const post: Post = { award: award.id, post: doing.request, title: entry.title, text: entry.text, files, at: doing.at, state: 'public' }
    return table.commit(
      doing,
      [
        {
          key: award,
          head: award,
          fact: { type: 'work.posted', award: award.id, post: post.post, title: entry.title },
          set: { posts: award.posts + 1 },
        },
      ],
      [writes.putNew({ ...key.post(award.id, post.post), ...post, kind: 'post' }, 'done')],
    )
  },

  withdraw(award: Award, post: Post, reason: string, doing: Doing) {
    return table.commit(
      doing,
      [
        {
          key: award,
          head: award,
          fact: { type: 'work.withdrawn', award: award.id, post: post.post, reason },
          set: { posts: award.posts - 1 },
        },
      ],
      [writes.put({ ...key.post(award.id, post.post), ...post, kind: 'post', state: 'withdrawn', reason })],
    )
  },

  /** An obligation is met, by what meets it; nothing happens when it is met already. */
  meet(award: Award, obligation: Obligation, all: readonly Obligation[], doing: Doing) {
    const next = nextDue(all.filter((each) => each.obligation !== obligation.obligation))
    return table.commit(
      doing,
      [
        {
          key: award,
          head: award,
          fact: { type: 'obligation.met', award: award.id, obligation: obligation.obligation },
          event: obligation.obligation,
          set: { next, summary: summaryOf({ ...award, next }) },
          remove: next ? undefined : ['next'],
        },
      ],
      [
        writes.put({
          ...key.obligation(award.id, obligation.obligation),
          ...obligation,
          state: 'met',
          metAt: doing.at,
        }),
      ],
    )
  },

  revoke: (award: Award, reason: string, doing: Doing) =>
    table.commit(
      doing,
      [
        {
          key: award,
          head: award,
          fact: { type: 'award.revoked', award: award.id, reason },
          set: { state: 'revoked', summary: summaryOf({ ...award, state: 'revoked', next: undefined }) },
          remove: ['next'],
        },
      ],
      [writes.remove(key.bar(award.unit.id, award.type))],
    ),
}

export const summaryOf = (award: AwardSummary): AwardSummary => pick(award, summarised)
