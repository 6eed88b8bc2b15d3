import { type Env, Hono, type Schema } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { isValid, ulid } from 'ulid'
import { refuse } from '../../shared/outcome.ts'
import { invalid } from '../../shared/request.ts'
import { now } from '../aws/clock.ts'
import { BadCursor } from '../aws/cursor.ts'
import { environment } from '../aws/environment.ts'
import { log } from '../aws/log.ts'
import { Busy } from '../aws/table.ts'
import { refused } from './answer.ts'
import type { Received } from './subject.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Sheets that are read at once come through the API itself; all other files go to the store directly. */
const sheets = /^\/api\/organisations\/\w+\/(register|accounts\/import)$/
const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refused(c, refuse('request.too-large')) })
const limited = { usual: limit(1_000_000), sheet: limit(4_200_000) }

/** The API of some routes: what holds for every request stands here; the slices stand in `slices.ts`. */
export function createApp(routes: Hono<Env, Schema, '/'>) {
  return new Hono<{ Variables: Received }>()
    .basePath('/api')
    .use(async (c, next) => {
      c.set('at', now())
      const asked = c.req.header('idempotency-key')?.toUpperCase() ?? ''
      c.set('request', isValid(asked) ? asked : ulid())
      c.header('cache-control', 'no-store')
      if (!safe.has(c.req.method) && fromElsewhere(c.req.raw.headers)) return refused(c, refuse('request.cross-site'))
      return next()
    })
    .use((c, next) => (sheets.test(c.req.path) ? limited.sheet : limited.usual)(c, next))
    .route('/', routes)
    .notFound((c) => refused(c, refuse('not-found')))
    .onError((error, c) => {
      if (error instanceof Busy || temporary(error)) return refused(c, refuse('busy'))
      if (error instanceof BadCursor) return refused(c, invalid({ path: 'cursor', kind: 'bad-format' }))
      if (error instanceof HTTPException && error.status < 500) return refused(c, invalid({ path: '', kind: 'not-json' }))
      const trace = ulid()
      log.error('surprise', { trace, path: c.req.path, error })
      return refused(c, refuse('surprise', { trace }))
    })
}

/** A browser says where a request comes from; what comes from another site is refused before anything is read. */
function fromElsewhere(headers: Headers): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  return (origin !== null && origin !== environment().PUBLIC_ORIGIN) || (site !== null && site !== 'same-origin' && site !== 'none')
}

/** What a service could not do just now: it was asked too much, or could not be reached, after the SDK's own tries. What was asked was not carried out, or may be asked again. */
function temporary(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { $metadata, $retryable } = error as Error & { $metadata?: { httpStatusCode?: number }; $retryable?: object }
  return passing.has(error.name) || $retryable !== undefined || ($metadata?.httpStatusCode ?? 0) >= 500
}
const passing: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
])
