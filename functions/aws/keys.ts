import type { FactGroup } from '../../shared/batches/record.ts'
import { type FileOwner, fileOwners } from '../../shared/files/owners.ts'

/**
 * Every key of the table, under the list of what it is for. Ids are ULIDs; names, emails and file names are never parts of keys.
 *
 *   organisations
 *     a unit                                   get    ORG#<org> / HEAD
 *     the unit with a register code            get    CODE#<code> / HEAD
 *     the units right below one                query  lists  ORG#<org>#BELOW / <kind>#<code or id>
 *     the members of a unit                    query  ORG#<org> / MEMBER#<person>
 *     a file being imported by a unit          get    ORG#<org> / IMPORT#<import>
 *   people
 *     a person                                 get    PERSON#<person> / HEAD
 *     who has an address                       get    EMAIL#<sha256> / HEAD
 *     a person's memberships                   query  owned  PERSON#<person> / MEMBER#<org>
 *     a person's sessions                      query  PERSON#<person> / SESSION#<session>
 *     a session, a link                        get    SESSION#<sha256> / HEAD, TOKEN#<sha256> / HEAD
 *     failed sign-ins of an address            get    EMAIL#<sha256> / FAILURES
 *     sign-in links asked for an address       get    EMAIL#<sha256> / LINKS
 *   batches
 *     a batch with rubric, mails, stages, lists query  BATCH#<batch>
 *     a unit's places in a category            get    BATCH#<batch> / QUOTA#<unit>#<category>
 *     the batches that run                     query  RUNNING / <batch>
 *     how many of a unit's are in which state  query  BATCH#<batch>#COUNTS / <category>#<unit>
 *     how many a unit right below the host has query BATCH#<batch>#TALLY / <unit>
 *     the same by institution of such a unit   query  BATCH#<batch>#TALLY#<unit> / <institution>
 *     what came in which minute                query  BATCH#<batch>#PULSE / <minute>
 *     how a submission was counted last        get    BATCH#<batch>#COUNTED / <submission>
 *     how what comes from below stands with a unit  query BATCH#<batch>#STANDINGS / <unit>#<unit below>
 *     how a submission stood when counted      get    BATCH#<batch>#STOOD / <submission>
 *     the batches a unit hosts                 query  lists  HOST#<org>#BATCHES / <created>
 *     the batches open to a unit               query  lists  HOST#<ancestor>#BATCHES (few ancestors)
 *   submissions
 *     a submission with all its parts          query  SUB#<submission>
 *     the marks of its sections                get    SUB#<submission> / DRAFT
 *     who has it open to write in it           query  SUB#<submission> / PRESENT#<person>
 *     how many a unit has entered              get    ORG#<unit> / ENTERED#<batch>#<category or award>
 *     how many a unit without a quota recommends  get BATCH#<batch> / UNLIMITED#<unit>#<category>
 *     a unit's list in a category              get    BATCH#<batch> / LIST#<unit>#<category>
 *     what is with a recommending unit         query  lists  BATCH#<batch>#UNIT#<unit> / <category>#<state>#<time>#<id>
 *     what an institution has                  query  owned  ORG#<institution>#SUBS / <batch>#<category>#<id>
 *     a category nationwide (kept by reaction) query  lists  BATCH#<batch>#CATEGORY#<category> / <state>#<time>#<id>
 *     the same by time alone                   query  owned  BATCH#<batch>#CATEGORY#<category> / <time>#<id>
 *     the files of a submission, of a batch's lists, of an award   query  SUB#… | LIST#<batch> | AWARD#… / FILE#<file>
 *     the submission with a receipt number     get    RECEIPT#<receipt> / HEAD
 *   reviews
 *     an expert; a host's experts              get    EXPERT#<expert> / HEAD; query lists HOST#<org>#EXPERTS
 *     an expert's part in a batch              get    BATCH#<batch> / EXPERT#<expert>
 *     what an expert has to review             query  owned  BATCH#<batch>#EXPERT#<expert> / <submission>
 *     the reviews of a submission              query  SUB#<submission> / REVIEW#<expert>
 *     the scores of a category                 query  BATCH#<batch>#SCORES#<category> / <submission>#<expert>
 *   decisions, notices, awards
 *     the decision sheet of a category         query  BATCH#<batch>#DECISIONS#<category> / HEAD, <submission>
 *     a notice, its objections                 query  NOTICE#<notice>
 *     a batch's notices                        query  lists  BATCH#<batch>#NOTICES / <time>
 *     an award with obligations and posts      query  AWARD#<award>
 *     a batch's awards, an institution's       query  lists  BATCH#<batch>#AWARDS / …; owned ORG#<institution>#AWARDS / …
 *     the record of a batch in order of time   query  lists  BATCH#<batch>#RECORD#<kind of fact> / <time> <seq> <hash>
 *     the award with a certificate number      get    CERTIFICATE#<number> / HEAD
 *     what bars a unit from a type             get    BAR#<unit> / <type>
 *   what the public home page shows            query  PORTAL / CALL#… | NOTICE#… | RESULT#… | STORY#… | HONOURED#…
 *   what the public pages were last made from  get    SHOWN / columns | awards-<batch>
 *   answers by the minute, how far queues are behind   query HEALTH / <minute>, jobs, facts
 *   what places in lists are sealed with       get    SEAL / HEAD
 *   what is due                                query  DUE#<day> / <time>#<kind>#<id>
 *   what has happened to a thing               query  <its pk> / EVENT#<request>.<type>
 */
const at = (pk: string, sk = 'HEAD') => ({ pk, sk })
export type Key = { pk: string; sk: string }

export const key = {
  organisation: (id: string) => at(`ORG#${id}`),
  code: (code: string) => at(`CODE#${code}`),
  member: (organisation: string, person: string) => at(`ORG#${organisation}`, `MEMBER#${person}`),
  import: (organisation: string, id: string) => at(`ORG#${organisation}`, `IMPORT#${id}`),
  person: (id: string) => at(`PERSON#${id}`),
  email: (hash: string) => at(`EMAIL#${hash}`),
  failures: (hash: string) => at(`EMAIL#${hash}`, 'FAILURES'),
  linksAsked: (hash: string) => at(`EMAIL#${hash}`, 'LINKS'),
  session: (hash: string) => at(`SESSION#${hash}`),
  sessionOf: (person: string, session: string) => at(`PERSON#${person}`, `SESSION#${session}`),
  token: (hash: string) => at(`TOKEN#${hash}`),

  batch: (id: string) => at(`BATCH#${id}`),
  stage: (batch: string, index: number) => at(`BATCH#${batch}`, `STAGE#${String(index).padStart(2, '0')}`),
  mails: (batch: string) => at(`BATCH#${batch}`, 'MAILS'),
  rubric: (batch: string) => at(`BATCH#${batch}`, 'RUBRIC'),
  quota: (batch: string, unit: string, category: string) => at(`BATCH#${batch}`, `QUOTA#${unit}#${category}`),
  uncounted: (batch: string, unit: string, category: string) => at(`BATCH#${batch}`, `UNLIMITED#${unit}#${category}`),
  list: (batch: string, unit: string, category: string) => at(`BATCH#${batch}`, `LIST#${unit}#${category}`),
  running: (batch: string) => at('RUNNING', batch),
  counted: (batch: string, submission: string) => at(`BATCH#${batch}#COUNTED`, submission),
  count: (batch: string, category: string, unit: string) => at(`BATCH#${batch}#COUNTS`, `${category}#${unit}`),
  standing: (batch: string, unit: string, from: string) => at(`BATCH#${batch}#STANDINGS`, `${unit}#${from}`),
  stood: (batch: string, submission: string) => at(`BATCH#${batch}#STOOD`, submission),
  tally: (batch: string, unit: string) => at(`BATCH#${batch}#TALLY`, unit),
  tallyBelow: (batch: string, unit: string, institution: string) => at(`BATCH#${batch}#TALLY#${unit}`, institution),
  pulse: (batch: string, minute: string) => at(`BATCH#${batch}#PULSE`, minute),
  extension: (batch: string) => at(`BATCH#${batch}`, 'EXTENSION'),
  health: (what: string) => at('HEALTH', what),
  participant: (batch: string, expert: string) => at(`BATCH#${batch}`, `EXPERT#${expert}`),

  entered: (unit: string, batch: string, what: string) => at(`ORG#${unit}`, `ENTERED#${batch}#${what}`),
  submission: (id: string) => at(`SUB#${id}`),
  draft: (id: string) => at(`SUB#${id}`, 'DRAFT'),
  section: (id: string, section: string) => at(`SUB#${id}`, `SECTION#${section}`),
  frozenSection: (id: string, section: string, version: number) => at(`SUB#${id}`, `FROZEN#${section}#${version}`),
  present: (id: string, person: string) => at(`SUB#${id}`, `PRESENT#${person}`),
  version: (id: string, version: number) => at(`SUB#${id}`, `VERSION#${String(version).padStart(4, '0')}`),
  file: (submission: string, file: string) => at(`SUB#${submission}`, `FILE#${file}`),
  upload: (owner: FileOwner, of: string, file: string) => at(`${fileOwners[owner]}#${of}`, `FILE#${file}`),
  endorsement: (id: string, level: string) => at(`SUB#${id}`, `ENDORSE#${level}`),
  review: (id: string, expert: string) => at(`SUB#${id}`, `REVIEW#${expert}`),
  receipt: (receipt: string) => at(`RECEIPT#${receipt}`),
  listed: (batch: string, submission: string) => at(`BATCH#${batch}#LIST`, submission),
  score: (batch: string, category: string, submission: string, expert: string) =>
    at(`BATCH#${batch}#SCORES#${category}`, `${submission}#${expert}`),

  expert: (id: string) => at(`EXPERT#${id}`),
  sheet: (batch: string, category: string) => at(`BATCH#${batch}#DECISIONS#${category}`),
  decision: (batch: string, category: string, submission: string) => at(`BATCH#${batch}#DECISIONS#${category}`, submission),
  notice: (id: string) => at(`NOTICE#${id}`),
  objection: (notice: string, id: string) => at(`NOTICE#${notice}`, `OBJECTION#${id}`),
  award: (id: string) => at(`AWARD#${id}`),
  obligation: (award: string, obligation: string) => at(`AWARD#${award}`, `OBLIGATION#${obligation}`),
  post: (award: string, post: string) => at(`AWARD#${award}`, `POST#${post}`),
  awardFile: (award: string, file: string) => at(`AWARD#${award}`, `FILE#${file}`),
  certificate: (number: string) => at(`CERTIFICATE#${number}`),
  bar: (unit: string, type: string) => at(`BAR#${unit}`, type),
  portal: (kind: 'CALL' | 'NOTICE' | 'RESULT' | 'STORY' | 'HONOURED', id: string) => at('PORTAL', `${kind}#${id}`),
  shown: (pages: string) => at('SHOWN', pages),
  seal: () => at('SEAL'),
  due: (day: string, time: string, kind: string, id: string) => at(`DUE#${day}`, `${time}#${kind}#${id}`),

  event: (pk: string, request: string, type: string) => at(pk, `EVENT#${request}.${type}`),
}

/** Partitions of the two indexes, beside the rows that stand in them. */
export const partition = {
  below: (organisation: string) => `ORG#${organisation}#BELOW`,
  ofPerson: (person: string) => `PERSON#${person}`,
  batchesOf: (host: string) => `HOST#${host}#BATCHES`,
  expertsOf: (host: string) => `HOST#${host}#EXPERTS`,
  unitList: (batch: string, unit: string) => `BATCH#${batch}#UNIT#${unit}`,
  categoryList: (batch: string, category: string) => `BATCH#${batch}#CATEGORY#${category}`,
  submissionsOf: (institution: string) => `ORG#${institution}#SUBS`,
  reviewsOf: (batch: string, expert: string) => `BATCH#${batch}#EXPERT#${expert}`,
  scores: (batch: string, category: string) => `BATCH#${batch}#SCORES#${category}`,
  noticesOf: (batch: string) => `BATCH#${batch}#NOTICES`,
  awardsOfBatch: (batch: string) => `BATCH#${batch}#AWARDS`,
  record: (batch: string, group: FactGroup) => `BATCH#${batch}#RECORD#${group}`,
  awardsOf: (institution: string) => `ORG#${institution}#AWARDS`,
}
