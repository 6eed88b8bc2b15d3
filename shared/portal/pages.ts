import type { Notice } from '../notices/schema.ts'
import type { Text } from '../text.ts'

/** What public pages show. Everything here is public: no address of a person, no score, no name of an expert or of who objected. */

/** The site as a whole, told by who runs it. Placeholders stand until they are set. */
export type Site = {
  /** `https://…` without a slash at the end. */
  origin: string
  name: Text
  host: Text
  icp: string
  police: string
}

/** What a deployment says of itself; until it does, placeholders show where it is missing. */
export type SiteWords = { hostZh?: string | undefined; hostEn?: string | undefined; icp?: string | undefined; police?: string | undefined }

export const siteOf = (origin: string, { hostZh, hostEn, icp, police }: SiteWords = {}): Site => ({
  origin,
  name: { zh: '树人', en: 'Shuren' },
  host: { zh: hostZh ?? '（主办单位名称）', en: hostEn ?? '(name of the host)' },
  icp: icp ?? '（ICP备案号）',
  police: police ?? '（公安备案号）',
})

export type CallEntry = { batch: string; title: string; host: string; opens: string; closes: string; stage: Text }
export type NoticeEntry = { id: string; title: string; publishedAt: string; ends: string }
export type ResultEntry = { batch: string; title: string; publishedAt: string; awards: number }
export type StoryEntry = { award: string; title: string; unit: string; institution: string; post: string; at: string }
export type Home = {
  calls: readonly CallEntry[]
  notices: readonly NoticeEntry[]
  results: readonly ResultEntry[]
  stories: readonly StoryEntry[]
  at: string
}

/** One line of a list, announced or decided. */
export type Listed = { title: string; unit: string; institution: string; province?: string }
export type ListedGroup = { key: string; title: Text; items: readonly Listed[] }

export type NoticePage = {
  notice: Pick<
    Notice,
    'id' | 'batch' | 'title' | 'text' | 'contact' | 'state' | 'publishedAt' | 'ends' | 'workingDays' | 'host' | 'amendments'
  >
  batchTitle: string
  groups: readonly ListedGroup[]
}

export type AwardLine = {
  id: string
  title: string
  category: { key: string; title: Text }
  unit: string
  institution: { id: string; name: string }
  /** GB/T 2260 code of where the institution lies. */
  province?: string
  number: string
  hasWorkPage: boolean
}
export type AwardList = { batch: string; title: string; host: string; publishedAt: string; awards: readonly AwardLine[]; download?: string }
export const awardOrders = ['list', 'province', 'institution'] as const
export type AwardOrder = (typeof awardOrders)[number]

export type AwardStateShown = 'open' | 'extended' | 'closed' | 'failed' | 'revoked'
export type WorkPage = {
  award: AwardLine & {
    batch: string
    batchTitle: string
    host: string
    grantedAt: string
    ends: string
    state: AwardStateShown
    grade?: Text
  }
  obligations: readonly { title: Text; due: string; met: boolean }[]
  posts: readonly {
    id: string
    title: string
    text: string
    at: string
    files: readonly { name: string; bytes: number; address?: string }[]
  }[]
}

export type CertificatePage = {
  number: string
  title: string
  holder: string
  category: Text
  batchTitle: string
  host: string
  grantedAt: string
  ends: string
  state: AwardStateShown
  /** Hash of the certificate’s PDF in each language, by which a copy can be compared. */
  sha256?: Text
  /** Address of that PDF. */
  file?: Text
  award: string
  hasWorkPage: boolean
}

export type InstitutionPage = {
  id: string
  name: string
  code?: string
  province?: string
  awards: readonly {
    id: string
    title: string
    unit: string
    batch: string
    batchTitle: string
    category: Text
    grantedAt: string
    number: string
    state: AwardStateShown
    hasWorkPage: boolean
  }[]
}
