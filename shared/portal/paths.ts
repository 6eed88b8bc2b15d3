import type { Language } from '../text.ts'
import type { AwardView } from './pages.ts'

/** Where public pages lie on the site, without the leading slash; the English ones under `en/`. */
const file = (path: string, language: Language): string => (language === 'zh' ? path : `en/${path}`)
/** Ids and numbers become parts of paths; anything else in them would be a mistake or an attack. */
const safe = (part: string): string => part.replace(/[^A-Za-z0-9-]/g, '-')
const lists = (name: string) => (language: Language) => file(`${name}.html`, language)

const viewed = (view: AwardView): string =>
  'kind' in view
    ? `-kind-${safe(view.kind)}`
    : 'province' in view
      ? `-province-${safe(view.province)}`
      : 'grade' in view
        ? `-grade-${safe(view.grade)}`
        : view.order === 'list'
          ? ''
          : `-by-${view.order}`

export const publicPath = {
  home: lists('index'),
  calls: lists('calls'),
  call: (batch: string, language: Language) => file(`calls/${safe(batch)}.html`, language),
  notices: lists('notices'),
  notice: (id: string, language: Language) => file(`notices/${safe(id)}.html`, language),
  results: lists('awards'),
  awards: (batch: string, language: Language, view: AwardView = { order: 'list' }) =>
    file(`awards/${safe(batch)}${viewed(view)}.html`, language),
  awardsFile: (batch: string, kind: 'xlsx' | 'csv') => `awards/${safe(batch)}.${kind}`,
  stories: lists('stories'),
  work: (award: string, language: Language) => file(`works/${safe(award)}.html`, language),
  /** A picture of a post; the same in both languages. */
  picture: (award: string, id: string, ending: string) => `works/${safe(award)}/${safe(id)}.${safe(ending)}`,
  certificates: lists('certificates'),
  certificate: (number: string, language: Language) => file(`certificates/${safe(number)}.html`, language),
  certificateFile: (number: string, language: Language) => `certificates/${safe(number)}${language === 'zh' ? '' : `-${language}`}.pdf`,
  /** A file of a public work page: under a name made of chance, with the ending it was sent with. */
  attachment: (chance: string, name: string) =>
    `works/files/${safe(chance)}.${/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'}`,
  institutions: lists('institutions'),
  institution: (id: string, language: Language) => file(`institutions/${safe(id)}.html`, language),
  province: (code: string, language: Language) => file(`provinces/${safe(code)}.html`, language),
  search: lists('search'),
  /** What can be searched for: the list of parts, and the parts. */
  searchParts: (language: Language) => file('search/parts.json', language),
  searchPart: (name: string, language: Language) => file(`search/${safe(name)}.json`, language),
  map: lists('map'),
  /** Says in both languages that there is no such page. */
  missing: '404.html',
  feed: (language: Language) => file('feed.xml', language),
  sitemap: 'sitemap.xml',
  /** A part of the sitemap: `pages`, or the awards of a batch. */
  sitemapPart: (name: string) => `sitemaps/${safe(name)}.xml`,
  robots: 'robots.txt',
} as const

/** The address of a page: a folder's index is the folder. */
export const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`
