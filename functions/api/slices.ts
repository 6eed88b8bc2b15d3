import { type Env, Hono, type Schema } from 'hono'

/** A slice's routes, loaded when they are first asked for, and where its addresses begin: words and, for each id, a colon. */
const slice = <Routes>(load: () => Promise<Routes>, ...at: string[]) => ({ load, at })

/**
 * The slices of the API. A function that starts has the code of none of them; a request loads the one that answers it, so that nobody waits for all.
 * Of several beginnings that fit, the longest is the one (`sliceAt`). A slice is named here once; its paths stand in its own files.
 */
const slices = {
  people: slice(
    async () => (await import('../people/routes.ts')).peopleRoutes,
    'me',
    'sign-in',
    'sign-out',
    'invitations',
    'organisations/:/members',
  ),
  templates: slice(async () => (await import('../batches/templateRoutes.ts')).templateRoutes, 'templates'),
  batches: slice(async () => (await import('../batches/routes.ts')).batchRoutes, 'batches'),
  running: slice(
    async () => (await import('../batches/runRoutes.ts')).runRoutes,
    ...['open', 'stages', 'pause', 'resume', 'cancel'].map((word) => `batches/:/${word}`),
  ),
  quotas: slice(async () => (await import('../batches/quotaRoutes.ts')).quotaRoutes, 'batches/:/quotas'),
  mails: slice(async () => (await import('../batches/mailRoutes.ts')).mailRoutes, 'batches/:/mails'),
  watching: slice(
    async () => (await import('../batches/watchRoutes.ts')).watchRoutes,
    ...['progress', 'live', 'extension', 'completeness', 'completeness.xlsx', 'events', 'events.xlsx'].map((word) => `batches/:/${word}`),
  ),
  organisations: slice(async () => (await import('../organisations/routes.ts')).organisationRoutes, 'organisations'),
  experts: slice(async () => (await import('../reviews/expertRoutes.ts')).expertRoutes, 'organisations/:/experts'),
  reviews: slice(
    async () => (await import('../reviews/officeRoutes.ts')).reviewOfficeRoutes,
    'batches/:/experts',
    'batches/:/assignments',
    'batches/:/submissions/:/reviews',
  ),
  links: slice(async () => (await import('../reviews/linkRoutes.ts')).linkRoutes, 'link'),
  desk: slice(async () => (await import('../reviews/deskRoutes.ts')).deskRoutes, 'batches/:/desk'),
  decisions: slice(async () => (await import('../decisions/routes.ts')).decisionRoutes, 'batches/:/categories', 'batches/:/sheets'),
  notices: slice(async () => (await import('../notices/routes.ts')).noticeRoutes, 'notices', 'batches/:/notices', 'batches/:/objections'),
  awards: slice(
    async () => (await import('../awards/routes.ts')).awardRoutes,
    'awards',
    'organisations/:/awards',
    'batches/:/publication',
    'batches/:/awards',
  ),
  submissions: slice(
    async () => (await import('../submissions/routes.ts')).submissionRoutes,
    'submissions',
    'batches/:/submissions',
    'batches/:/submissions.xlsx',
    'batches/:/screening',
  ),
  files: slice(async () => (await import('../files/routes.ts')).fileRoutes, 'batches/:/submissions/:/files'),
  otherFiles: slice(async () => (await import('../files/otherRoutes.ts')).otherFileRoutes, 'awards/:/files', 'batches/:/desk/:/files'),
  endorsements: slice(
    async () => (await import('../endorsements/routes.ts')).endorsementRoutes,
    'batches/:/units',
    ...['recommend', 'return', 'correction', 'take-up', 'decline', 'undo'].map((word) => `batches/:/submissions/:/${word}`),
  ),
}
/** What the compiler knows of all routes together: the document of the interface reads their answers from it. @public */
export type Served = Awaited<ReturnType<(typeof slices)[keyof typeof slices]['load']>>
export type SliceName = keyof typeof slices
type Routes = Hono<Env, Schema, '/'>

const beginnings = new Map(
  Object.entries(slices).flatMap(([name, { at }]) => at.map((beginning) => [beginning, name as SliceName] as const)),
)

/** The slice that a path behind `/api` belongs to: in all of them words and ids take turns. */
export function sliceAt(path: string): SliceName | undefined {
  const parts = path.split('/').slice(1)
  const words = parts.map((part, i) => (i % 2 === 0 ? part : ':'))
  for (let length = words.length; length > 0; length--) {
    const name = beginnings.get(words.slice(0, length).join('/'))
    if (name) return name
  }
  return undefined
}

/** The routes of a slice; none for an address that no slice has. */
export const routesOf = async (name: SliceName | undefined): Promise<Routes> => (name ? slices[name].load() : new Hono())

/** All slices' routes at once, for what looks at every one of them. */
export async function allRoutes(): Promise<Routes> {
  const all = new Hono()
  for (const { load } of Object.values(slices)) all.route('/', (await load()) as Routes)
  return all
}
