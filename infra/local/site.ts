import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Answered, Asked } from './gateway.ts'

export type Behaviour = {
  PathPattern?: string
  TargetOriginId: string
  AllowedMethods: string[]
  Compress?: boolean
  ResponseHeadersPolicyId?: string
}
export type DistributionConfig = {
  DefaultCacheBehavior: Behaviour
  CacheBehaviors?: Behaviour[]
  DefaultRootObject: string
  Origins: { Id: string; OriginPath?: string; CustomOriginConfig?: unknown; S3OriginConfig?: unknown }[]
  OriginGroups?: { Items?: OriginGroup[] }
}
type OriginGroup = { Id: string; FailoverCriteria: { StatusCodes: { Items: number[] } }; Members: { Items: { OriginId: string }[] } }
type HeadersPolicy = {
  SecurityHeadersConfig?: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string }
    ContentTypeOptions?: unknown
    FrameOptions?: { FrameOption: string }
    ReferrerPolicy?: { ReferrerPolicy: string }
    StrictTransportSecurity?: { AccessControlMaxAgeSec: number }
  }
  CustomHeadersConfig?: { Items: { Header: string; Value: string }[] }
}
type Edge = {
  distribution: DistributionConfig
  policies: ReadonlyMap<string, HeadersPolicy>
  /** The bucket behind the site: what was built and what was published. */
  file: (key: string) => Promise<Stored | undefined>
  api: (asked: Asked) => Promise<Answered>
}
export type Stored = { body: Buffer; headers: Record<string, string> }

/** The headers a policy of the distribution sets. Over plain HTTP a promise of HTTPS is not made: browsers ignore it there. */
export function headersOf({ SecurityHeadersConfig: security = {}, CustomHeadersConfig }: HeadersPolicy): Record<string, string> {
  return {
    ...(security.ContentSecurityPolicy && { 'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy }),
    ...(security.ContentTypeOptions !== undefined && { 'x-content-type-options': 'nosniff' }),
    ...(security.FrameOptions && { 'x-frame-options': security.FrameOptions.FrameOption }),
    ...(security.ReferrerPolicy && { 'referrer-policy': security.ReferrerPolicy.ReferrerPolicy }),
    ...Object.fromEntries((CustomHeadersConfig?.Items ?? []).map(({ Header, Value }) => [Header, Value])),
  }
}

/** Whether a path fits a pattern of the distribution: `*` is any text, `?` one character. */
export function fitsPath(pattern: string, path: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`).test(path)
}

/** Answers as the template's distribution does: the first behaviour that fits says where from, and with which headers. */
export function createSite({ distribution, policies, file, api }: Edge): (asked: Asked) => Promise<Answered> {
  const { CacheBehaviors = [], DefaultCacheBehavior, DefaultRootObject, Origins, OriginGroups } = distribution
  const groups = new Map((OriginGroups?.Items ?? []).map((group) => [group.Id, group]))
  const fromApi = new Set(Origins.filter(({ CustomOriginConfig }) => CustomOriginConfig !== undefined).map(({ Id }) => Id))
  const before = new Map(Origins.map(({ Id, OriginPath = '' }) => [Id, OriginPath]))
  const headers = new Map([...policies].map(([id, policy]) => [id, headersOf(policy)]))

  return async (asked) => {
    const behaviour = CacheBehaviors.find(({ PathPattern = '' }) => fitsPath(PathPattern, asked.path)) ?? DefaultCacheBehavior
    const added = headers.get(behaviour.ResponseHeadersPolicyId ?? '') ?? {}
    const answer = await from(behaviour, asked)
    return { ...answer, headers: { ...answer.headers, ...added } }
  }

  async function from({ AllowedMethods, TargetOriginId, Compress }: Behaviour, asked: Asked): Promise<Answered> {
    if (!AllowedMethods.includes(asked.method)) return forbidden()
    const group = groups.get(TargetOriginId)
    const [first = TargetOriginId, ...others] = group?.Members.Items.map(({ OriginId }) => OriginId) ?? [TargetOriginId]
    let answer = await fromOrigin(first, Compress, asked)
    for (const next of others) {
      // Only what is read may be asked of another origin.
      if (!group?.FailoverCriteria.StatusCodes.Items.includes(answer.status) || !['GET', 'HEAD', 'OPTIONS'].includes(asked.method)) break
      answer = await fromOrigin(next, Compress, asked)
    }
    return answer
  }

  async function fromOrigin(origin: string, Compress: boolean | undefined, asked: Asked): Promise<Answered> {
    if (fromApi.has(origin)) return api({ ...asked, path: `${before.get(origin)}${asked.path}` })
    const key = asked.path === '/' ? DefaultRootObject : decodeKey(asked.path)
    const stored = key === undefined ? undefined : await file(key)
    // The bucket lets nobody list it, so what is not there is answered like what is not allowed.
    if (!stored) return forbidden()
    return compressed({ status: 200, ...stored }, Compress === true, String(asked.headers['accept-encoding'] ?? ''))
  }
}

const forbidden = (): Answered => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'),
})

function decodeKey(path: string): string | undefined {
  try {
    return decodeURIComponent(path.slice(1))
  } catch {
    return undefined
  }
}

const compressible = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/

/** CloudFront compresses texts from 1,000 bytes to 10,000,000. */
function compressed(answer: Answered, wanted: boolean, accepted: string): Answered {
  const { body, headers } = answer
  if (!wanted || body.length < 1000 || body.length > 10_000_000 || !compressible.test(String(headers['content-type'] ?? ''))) return answer
  const vary = { vary: 'Accept-Encoding' }
  if (accepted.includes('br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
    return { ...answer, headers: { ...headers, ...vary, 'content-encoding': 'br' }, body: brotliCompressSync(body, { params }) }
  }
  if (accepted.includes('gzip')) return { ...answer, headers: { ...headers, ...vary, 'content-encoding': 'gzip' }, body: gzipSync(body) }
  return answer
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
}

/** A built file, under the key the deployment puts it in the bucket; the first page is published, not built. */
export function builtFile(directory: string, key: string): Stored | undefined {
  const path = join(directory, normalize(`/${key}`))
  if (key === 'index.html' || key.startsWith('.vite/') || !existsSync(path) || !statSync(path).isFile()) return undefined
  const named = /^assets\/.+-[\w-]{8}\.\w+$/.test(key)
  return {
    body: readFileSync(path),
    headers: {
      'content-type': types[extname(key)] ?? 'application/octet-stream',
      'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  }
}
