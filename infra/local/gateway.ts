import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { ulid } from 'ulid'
import { account } from './resolve.ts'

/** A request as it arrives, and an answer as it leaves, with whole bodies: both are limited in size. */
export type Asked = {
  method: string
  path: string
  query: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  from: string
}
export type Answered = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** Bytes: of a request to an HTTP API, and of what a function takes and gives in one piece. */
export const limits = { request: 10 * 1024 * 1024, function: 6 * 1024 * 1024 }

export type Route = { key: string; method: string; path: string; integration: string }

/** `ANY /api/{proxy+}` as a route; the most specific one that fits is taken, as API Gateway does. */
export function routeOf(key: string, integration: string): Route {
  const [method = 'ANY', path = '/'] = key.split(' ')
  return { key, method, path, integration }
}
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; parameters: Record<string, string> } | undefined {
  const fitting = routes
    .filter((route) => route.method === 'ANY' || route.method === method)
    .map((route) => ({ route, parameters: match(route.path, path) }))
    .filter((found): found is { route: Route; parameters: Record<string, string> } => found.parameters !== undefined)
  const rank = ({ route }: { route: Route }) =>
    (route.path.includes('+}') ? 2 : route.path.includes('{') ? 1 : 0) + (route.method === 'ANY' ? 0.5 : 0)
  return fitting.sort((a, b) => rank(a) - rank(b))[0]
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = []
  const source = pattern.replaceAll(/\{(\w+)(\+?)\}/g, (_, name: string, greedy: string) => {
    names.push(name)
    return greedy ? '(.+)' : '([^/]+)'
  })
  const found = new RegExp(`^${source}$`).exec(path)
  return found ? Object.fromEntries(names.map((name, i) => [name, decode(found[i + 1] ?? '')])) : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const textual = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/

/** The request as an event of payload format 2.0. */
export function toEvent(asked: Asked, route: Route, parameters: Record<string, string>, now: number): APIGatewayProxyEventV2 {
  const { cookie, ...others } = asked.headers
  const headers = Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(',')]])),
  )
  const query = new URLSearchParams(asked.query)
  const queryStringParameters = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]))
  const asText = textual.test(headers['content-type'] ?? '')
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: asked.path,
    rawQueryString: asked.query,
    ...(cookie && { cookies: [cookie].flat().join('; ').split('; ') }),
    headers: { ...headers, 'x-forwarded-for': asked.from, 'x-forwarded-proto': 'http' },
    ...(asked.query && { queryStringParameters }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: { method: asked.method, path: asked.path, protocol: 'HTTP/1.1', sourceIp: asked.from, userAgent: headers['user-agent'] ?? '' },
      requestId: ulid(),
      routeKey: route.key,
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...(asked.body.length > 0 && { body: asked.body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: asked.body.length > 0 && !asText,
  }
}

const message = (status: number, text: string): Answered => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: text })),
})

/** The function's result as an answer. What is no result, or too large, is the gateway's own failure. */
export function fromResult(result: unknown): Answered {
  if (result === undefined || result === null) return message(500, 'Internal Server Error')
  if (Buffer.byteLength(JSON.stringify(result)) > limits.function) return message(500, 'Internal Server Error')
  if (typeof result !== 'object' || !('statusCode' in result))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(typeof result === 'string' ? result : JSON.stringify(result)),
    }
  const { statusCode = 200, headers = {}, cookies, body = '', isBase64Encoded } = result as APIGatewayProxyStructuredResultV2
  return {
    status: statusCode,
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}

export const refusals = {
  notFound: () => message(404, 'Not Found'),
  tooLarge: () => message(413, 'Request Entity Too Large'),
  failed: () => message(500, 'Internal Server Error'),
  late: () => message(503, 'Service Unavailable'),
}
