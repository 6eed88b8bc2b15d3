import type { Language } from '../text.ts'
import type { AwardOrder } from './pages.ts'

/** Where public pages lie on the site, without the leading slash; the English ones under `en/`. */
const file = (path: string, language: Language): string => (language === 'zh' ? path : `en/${path}`)
/** Ids and numbers become parts of paths; anything else in them would be a mistake or an attack. */
const safe = (part: string): string => part.replace(/[^A-Za-z0-9-]/g, '-')

export const publicPath = {
  home: (language: Language) => file('index.html', language),
  notice: (id: string, language: Language) => file(`notices/${safe(id)}.html`, language),
  awards: (batch: string, language: Language, order: AwardOrder = 'list') =>
    file(`awards/${safe(batch)}${order === 'list' ? '' : `-by-${order}`}.html`, language),
  awardsSheet: (batch: string) => `awards/${safe(batch)}.xlsx`,
  work: (award: string, language: Language) => file(`works/${safe(award)}.html`, language),
  certificate: (number: string, language: Language) => file(`certificates/${safe(number)}.html`, language),
  certificateFile: (number: string, language: Language) => `certificates/${safe(number)}${language === 'zh' ? '' : `-${language}`}.pdf`,
  /** A file of a public work page: under a name made of chance, with the ending it was sent with. */
  attachment: (chance: string, name: string) =>
    `works/files/${safe(chance)}.${/\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'}`,
  institution: (id: string, language: Language) => file(`institutions/${safe(id)}.html`, language),
  feed: (language: Language) => file('feed.xml', language),
  sitemap: 'sitemap.xml',
} as const

/** The address of a page: a folder's index is the folder. */
export const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`
