import { type Acceptance, type Award, isPicture, type Post } from '../../shared/awards/schema.ts'
import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { actingLevels } from '../../shared/batches/summary.ts'
import type { Notice } from '../../shared/notices/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type {
  AwardLine,
  AwardList,
  CallEntry,
  CallPage,
  CertificatePage,
  Home,
  HonouredEntry,
  InstitutionPage,
  Listed,
  ListedGroup,
  NoticeEntry,
  NoticePage,
  Picture,
  ResultEntry,
  StoryEntry,
  WorkPage,
} from '../../shared/portal/pages.ts'
import { addressOf } from '../../shared/portal/paths.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { isDecided } from '../../shared/submissions/states.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { introductionOf } from '../../shared/templates/introduction.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { awardsHeldBy, awardsOfBatch, wholeAward } from '../awards/held.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { approvedLines } from '../decisions/lines.ts'
import { organisationsById } from '../organisations/byId.ts'
import { type Shown, shownPictures } from './showing.ts'

/** The column of stories goes back so far. */
const storiesShown = 60

const templateOfBatch = (batch: Pick<Batch, 'template'>): Template | undefined => templateOf(batch.template.key, batch.template.version)

/** What a notice announces, as it was approved: of each category in use those to be awarded, or in a check everyone with the grade, where its template has it announced. */
export async function noticeData(id: string): Promise<NoticePage | undefined> {
  const notice = await table.get<Notice>(key.notice(id))
  const batch = notice && (await table.get<Batch>(key.batch(notice.batch)))
  if (!notice || !batch) return undefined
  return noticePageOf(notice, batch)
}

/** A notice with what its batch has decided, whether it has been published or is only looked at beforehand. */
export async function noticePageOf(notice: NoticePage['notice'], batch: Batch): Promise<NoticePage> {
  const template = templateOfBatch(batch)
  const groups = await Promise.all(categoriesOn(batch).map((category) => groupsOf(batch, category, template)))
  return {
    notice,
    batchTitle: batch.title,
    ...(batch.state === 'cancelled' && { cancelled: true }),
    ...(template?.grades && { graded: true }),
    groups: groups.flat(),
  }
}

async function groupsOf(batch: Batch, category: string, template: Template | undefined): Promise<ListedGroup[]> {
  const lines = await approvedLines(batch.id, category)
  const listed = (outcome: string): Listed[] =>
    lines.filter((line) => line.outcome === outcome).map(({ title, unit, institution }) => ({ title, unit, institution }))
  const title = categoryTitle(template, category)
  if (!template?.grades) return [{ key: category, title, items: listed('award') }]
  return announcedGrades(template).map((grade) => ({
    key: `${category}-${grade.key}`,
    title: { zh: `${title.zh}：${grade.title.zh}`, en: `${title.en}: ${grade.title.en}` },
    items: listed(grade.key),
  }))
}

const announcedGrades = ({ grades = [] }: Template) => grades.filter(({ announced }) => announced)

/** The list of a batch as published: its awards, or in a check its results; undefined when it has none that the public is told. */
export async function awardListData(batchId: string): Promise<AwardList | undefined> {
  const batch = await table.get<Batch>(key.batch(batchId))
  const template = batch && templateOfBatch(batch)
  if (batch && template?.grades) return resultListData(batch, template)
  const found = await awardsOfBatch(batchId)
  return batch && found.length > 0 ? awardListOf(batch, found) : undefined
}

/** What the list says of an award, whether it has been granted or is only looked at beforehand. */
export type ToList = Pick<Award, 'id' | 'title' | 'category' | 'unit' | 'institution' | 'number' | 'publicWorkPage' | 'state' | 'grantedAt'>

export async function awardListOf(batch: Batch, found: readonly ToList[]): Promise<AwardList> {
  const institutions = await organisationsById(found.map(({ institution }) => institution.id))
  const template = templateOfBatch(batch)
  const publishedAt = found.map(({ grantedAt }) => grantedAt).sort()[0] ?? batch.createdAt
  // As the call names its categories.
  const place = new Map(batch.categories.map((category, i) => [category.key, i]))
  const listed = found
    .filter(({ state }) => state !== 'revoked')
    .toSorted((a, b) => (place.get(a.category) ?? 0) - (place.get(b.category) ?? 0))
  return {
    batch: batch.id,
    title: batch.title,
    host: batch.host.name,
    publishedAt,
    awards: listed.map((award) => lineOf(award, template, institutions)),
  }
}

/**
 * What a check has found, by grade: the awards that it was about stand on the list of another batch, and with their grade on this one. What was decided and
 * has not been passed on yet is not on it, unless one looks at it beforehand (`foreseen`: when); an award that was revoked is on neither.
 */
export async function resultListData(batch: Batch, template: Template, foreseen?: string): Promise<AwardList | undefined> {
  const grades = announcedGrades(template)
  if (!batch.stages.some(({ kind, on }) => kind === 'publish' && on)) return undefined
  const sheets = await Promise.all(
    categoriesOn(batch).map(async (category) => (await approvedLines(batch.id, category)).map((line) => ({ ...line, category }))),
  )
  const lines = sheets.flat().filter(({ outcome }) => grades.some(({ key }) => key === outcome))
  if (lines.length === 0) return undefined
  const submissions = (await table.getMany(lines.map(({ submission }) => key.submission(submission)))) as unknown as (
    | Submission
    | undefined
  )[]
  const passed = lines.flatMap(({ outcome, category }, i) => {
    const [grade, submission] = [grades.find(({ key }) => key === outcome), submissions[i]]
    return grade && submission && (foreseen !== undefined || isDecided(submission.state)) ? [{ grade, category, submission }] : []
  })
  const graded = passed.flatMap(({ submission }) => submission.award ?? [])
  const awards = new Map(
    ((await table.getMany(graded.map(key.award))) as unknown as (Award | undefined)[]).map((award) => [award?.id, award]),
  )
  const institutions = await organisationsById(passed.map(({ submission }) => submission.institution.id))
  return {
    batch: batch.id,
    title: batch.title,
    host: batch.host.name,
    publishedAt: foreseen ?? batch.settledAt ?? batch.createdAt,
    grades: grades.map(({ key, title }) => ({ key, title })),
    awards: passed.flatMap(({ grade: { key, title }, category, submission }) => {
      const award = awards.get(submission.award)
      if (award?.state === 'revoked') return []
      const about = award ?? { ...submission, number: '', publicWorkPage: false }
      return [{ ...lineOf({ ...about, category }, template, institutions), grade: { key, title } }]
    }),
  }
}

function lineOf(
  award: Omit<ToList, 'state' | 'grantedAt'>,
  template: Template | undefined,
  institutions: Map<string, Organisation | undefined>,
): AwardLine {
  const province = institutions.get(award.institution.id)?.province
  return {
    id: award.id,
    title: award.title,
    category: { key: award.category, title: categoryTitle(template, award.category) },
    unit: award.unit.name,
    institution: { id: award.institution.id, name: award.institution.name },
    ...(province !== undefined && { province }),
    number: award.number,
    hasWorkPage: award.publicWorkPage,
  }
}

/** Everything public about one award: its certificate, that of its acceptance, and the work page where the call makes it public. */
export async function awardData(
  id: string,
): Promise<{ certificates: CertificatePage[]; work: WorkPage; isPublic: boolean; institution: string } | undefined> {
  const whole = await wholeAward(id)
  const batch = whole && (await table.get<Batch>(key.batch(whole.award.batch)))
  if (!whole || !batch) return undefined
  const { award, obligations } = whole
  const template = templateOfBatch(batch)
  const line = lineOf(award, template, await organisationsById([award.institution.id]))
  const isPublic = award.publicWorkPage && award.state !== 'revoked'
  const posts = whole.posts.filter(({ state }) => state === 'public')
  const shown = await shownPictures(award.id, isPublic ? posts : [])
  const { acceptance } = award
  const certificate = {
    title: award.title,
    holder: award.unit.id === award.institution.id ? award.unit.name : `${award.institution.name}${award.unit.name}`,
    category: line.category.title,
    ends: award.ends,
    state: award.state,
    award: award.id,
    hasWorkPage: award.publicWorkPage,
  }
  return {
    institution: award.institution.id,
    isPublic,
    certificates: [
      {
        ...certificate,
        number: award.number,
        batchTitle: award.batchTitle,
        host: award.host.name,
        grantedAt: award.grantedAt,
        ...filesOf(award),
        ...(acceptance && { accepted: acceptance.number }),
      },
      ...(acceptance
        ? [
            {
              ...certificate,
              number: acceptance.number,
              batchTitle: acceptance.batchTitle,
              host: acceptance.host.name,
              grantedAt: acceptance.at,
              ...filesOf(acceptance),
              ...(award.gradeTitle && { grade: award.gradeTitle }),
            },
          ]
        : []),
    ],
    work: {
      award: {
        ...line,
        batch: award.batch,
        batchTitle: award.batchTitle,
        host: award.host.name,
        grantedAt: award.grantedAt,
        ends: award.ends,
        state: award.state,
        // What a mid-term check found stays between the unit and its host; an acceptance was announced.
        ...(award.gradeTitle && award.gradeAnnounced && { gradeTitle: award.gradeTitle }),
        ...(acceptance && { accepted: acceptance.number }),
      },
      obligations: obligations
        .sort((a, b) => (a.due < b.due ? -1 : 1))
        .map(({ title, due, state }) => ({ title, due, met: state === 'met' })),
      posts: posts.map(({ post, title, text, at, files }) => ({
        id: post,
        title,
        text,
        at,
        ...partsOf(files, shown),
      })),
    },
  }
}

/** Where the files of a certificate lie, and by what copies of them can be compared; nothing of it before they are made. */
function filesOf({
  certificate,
  certificateSha256,
  certificateEn,
  certificateEnSha256,
}: Partial<Acceptance>): Pick<CertificatePage, 'file' | 'sha256'> {
  if (!certificate || !certificateSha256) return {}
  return {
    file: { zh: addressOf(certificate), en: addressOf(certificateEn ?? certificate) },
    sha256: { zh: certificateSha256, en: certificateEnSha256 ?? certificateSha256 },
  }
}

/** All awards of an institution. */
export async function institutionData(id: string): Promise<InstitutionPage | undefined> {
  const institution = await table.get<Organisation>(key.organisation(id))
  if (!institution) return undefined
  const found = await awardsHeldBy(id)
  const batches = (await table.getMany([...new Set(found.map(({ batch }) => batch))].map(key.batch), false)) as unknown as (
    | Batch
    | undefined
  )[]
  const templates = new Map(batches.flatMap((batch) => (batch ? [[batch.id, templateOfBatch(batch)] as const] : [])))
  const { name, code, province } = institution
  return {
    id,
    name,
    ...(code !== undefined && { code }),
    ...(province !== undefined && { province }),
    awards: found
      .filter(({ state }) => state !== 'revoked')
      .sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1))
      .map((award) => ({
        id: award.id,
        title: award.title,
        unit: award.unit.name,
        batch: award.batch,
        batchTitle: award.batchTitle,
        category: categoryTitle(templates.get(award.batch), award.category),
        grantedAt: award.grantedAt,
        number: award.number,
        state: award.state,
        hasWorkPage: award.publicWorkPage,
      })),
  }
}

/** Files of a post as they are shown: pictures by themselves, others by name with the address they can be fetched from. */
function partsOf(files: Post['files'], shown: ReadonlyMap<string, Shown>): Pick<WorkPage['posts'][number], 'pictures' | 'files'> {
  const pictures: Picture[] = []
  const others: WorkPage['posts'][number]['files'][number][] = []
  for (const { id, name, bytes, type, address } of files) {
    const picture = shown.get(id)
    if (picture)
      pictures.push({ address: addressOf(picture.path), name: name.replace(/\.\w+$/, ''), width: picture.width, height: picture.height })
    else others.push({ name, bytes, ...(address && !isPicture(type) && { address: addressOf(address) }) })
  }
  return { pictures, files: others }
}

/** A call as it may be read without an account; undefined when there is none to show. */
export async function callData(id: string): Promise<CallPage | undefined> {
  const batch = await table.get<Batch>(key.batch(id))
  const collect = batch?.stages.find(({ kind, on }) => kind === 'collect' && on)
  const template = batch && templateOfBatch(batch)
  if (!batch || !template || !collect?.opens || !collect.closes) return undefined
  return {
    batch: batch.id,
    title: batch.title,
    host: batch.host.name,
    opens: collect.opens,
    closes: collect.closes,
    stage: collect.title,
    introduction: introductionOf(template, (level) => actingLevels(batch).includes(level)),
    basis: template.basis,
    categories: batch.categories
      .filter(({ on }) => on)
      .map(({ key: category, places }) => ({
        title: categoryTitle(template, category),
        ...(places !== undefined && { places }),
        eligibility: (template.categories.find((each) => each.key === category)?.eligibility ?? []).map(({ message }) => message),
      })),
    stages: batch.stages.filter(({ on }) => on).map(({ title, opens, closes }) => ({ title, opens, closes })),
  }
}

/** Institutions of a list with how many of its awards are theirs. */
export function honouredOn({ awards }: AwardList): HonouredEntry[] {
  const found = new Map<string, HonouredEntry>()
  for (const { institution, province } of awards) {
    const { awards: before = 0 } = found.get(institution.id) ?? {}
    found.set(institution.id, { ...institution, ...(province !== undefined && { province }), awards: before + 1 })
  }
  return [...found.values()]
}

/** All that the columns of the site show, as the rows say now. */
export async function homeData(at: string): Promise<Home> {
  const rows = await table.all<Row & { entry: unknown }>({ pk: key.portal('CALL', '').pk, consistent: true })
  const entries = <E>(kind: string) => rows.filter(({ sk }) => sk.startsWith(`${kind}#`)).map(({ entry }) => entry as E)
  const latest = (a: string, b: string) => (a < b ? 1 : -1)
  const honoured = new Map<string, HonouredEntry>()
  for (const each of entries<HonouredEntry[]>('HONOURED').flat())
    honoured.set(each.id, { ...each, awards: each.awards + (honoured.get(each.id)?.awards ?? 0) })
  return {
    calls: entries<CallEntry>('CALL').sort((a, b) => latest(b.closes, a.closes)),
    notices: entries<NoticeEntry>('NOTICE').sort((a, b) => latest(a.publishedAt, b.publishedAt)),
    results: entries<ResultEntry>('RESULT').sort((a, b) => latest(a.publishedAt, b.publishedAt)),
    stories: entries<StoryEntry>('STORY')
      .sort((a, b) => latest(a.at, b.at))
      .slice(0, storiesShown),
    institutions: [...honoured.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    at,
  }
}
