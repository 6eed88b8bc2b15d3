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
export type NoticeEntry = Pick<Notice, 'id' | 'title' | 'state' | 'publishedAt' | 'ends'> & { cancelled?: boolean }
/** `graded`: its entries are the results of a check, which graded the awards of another list. */
export type ResultEntry = { batch: string; title: string; publishedAt: string; awards: number; graded?: true }
/** The latest post of an awardee; `text` is how it begins. */
export type StoryEntry = {
  award: string
  title: string
  unit: string
  institution: string
  post: string
  text: string
  at: string
  picture?: Picture
}
/** An institution on a published list, with how many awards of that list are its own or its units'. */
export type HonouredEntry = { id: string; name: string; province?: string; awards: number }
/** A picture as it lies on the site, with its size in pixels so that nothing moves when it arrives. */
export type Picture = { address: string; name: string; width: number; height: number }
export type Home = {
  calls: readonly CallEntry[]
  notices: readonly NoticeEntry[]
  results: readonly ResultEntry[]
  stories: readonly StoryEntry[]
  institutions: readonly HonouredEntry[]
  at: string
}

/** A call as anybody may read it before signing in. */
export type CallPage = CallEntry & {
  introduction: Text
  basis: readonly string[]
  categories: readonly { title: Text; places?: number; eligibility: readonly Text[] }[]
  stages: readonly { title: Text; opens: string | null; closes: string | null }[]
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
  /** Its batch was cancelled: nothing is awarded, and nobody needs to object. */
  cancelled?: boolean
  /** It announces what a check has found, not what is to be awarded. */
  graded?: boolean
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
  /** Of its certificate; empty where a check has graded what is no award. */
  number: string
  hasWorkPage: boolean
  /** What a check has found, on the list of its results. */
  grade?: { key: string; title: Text }
}
/** The awards of a batch or, with the `grades` it gives, best first, the awards that it has graded. */
export type AwardList = {
  batch: string
  title: string
  host: string
  publishedAt: string
  awards: readonly AwardLine[]
  grades?: readonly { key: string; title: Text }[]
}
export const awardOrders = ['list', 'province', 'institution'] as const
export type AwardOrder = (typeof awardOrders)[number]
/** One page of a list: all of it in an order, or what is of one kind, lies in one province or has one grade. */
export type AwardView = { order: AwardOrder } | { kind: string } | { province: string } | { grade: string }

export type AwardStateShown = 'open' | 'extended' | 'closed' | 'failed' | 'revoked'
export type WorkPage = {
  award: AwardLine & {
    batch: string
    batchTitle: string
    host: string
    grantedAt: string
    ends: string
    state: AwardStateShown
    gradeTitle?: Text
    /** Number of the certificate with which it was accepted. */
    accepted?: string
  }
  obligations: readonly { title: Text; due: string; met: boolean }[]
  posts: readonly {
    id: string
    title: string
    text: string
    at: string
    pictures: readonly Picture[]
    /** Other files: those with an address can be opened here. */
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
  /** Of the certificate of an acceptance: what was found. `ends` is said of an award only. */
  grade?: Text
  /** Number of the certificate with which the award was accepted. */
  accepted?: string
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
