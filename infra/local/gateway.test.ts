import { describe, expect, test } from 'vitest'
import { type Asked, findRoute, fromResult, limits, routeOf, toEvent } from './gateway.ts'
import { routeName } from './http.ts'
import { fitsPath, headersOf } from './site.ts'

const routes = [routeOf('ANY /api/{proxy+}', 'function'), routeOf('GET /app', 'page'), routeOf('GET /app/{proxy+}', 'page')]
const asked: Asked = {
  method: 'POST',
  path: '/api/batches/1/submissions',
  query: 'a=1&a=2&b=%E4%B8%AD',
  headers: { host: 'localhost:3000', 'content-type': 'application/json', cookie: 'x=1; y=2', 'user-agent': 'test', accept: ['a', 'b'] },
  body: Buffer.from('{"title":"中文"}'),
  from: '127.0.0.1',
}
const found = (method: string, path: string) => findRoute(routes, method, path)
const event = (change: Partial<Asked> = {}) =>
  toEvent({ ...asked, ...change }, routeOf('ANY /api/{proxy+}', 'function'), { proxy: 'batches' }, 0)

describe('a request on its way to the function', () => {
  test('finds its route and what is in its path', () => {
    expect(found('PATCH', '/api/a/b%20c')).toMatchObject({ route: { integration: 'function' }, parameters: { proxy: 'a/b c' } })
    expect(found('GET', '/app/x/y')).toMatchObject({ route: { integration: 'page' } })
    expect(found('POST', '/app')).toBeUndefined()
    expect(found('GET', '/api')).toBeUndefined()
  })
  test('becomes an event of payload format 2.0', () => {
    expect(event()).toMatchObject({
      version: '2.0',
      rawPath: '/api/batches/1/submissions',
      rawQueryString: 'a=1&a=2&b=%E4%B8%AD',
      queryStringParameters: { a: '1,2', b: '中' },
      cookies: ['x=1', 'y=2'],
      headers: { 'content-type': 'application/json', accept: 'a,b' },
      requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1', userAgent: 'test' } },
      body: '{"title":"中文"}',
      isBase64Encoded: false,
    })
    expect(event().headers).not.toHaveProperty('cookie')
  })
  test('carries bytes in base64', () => {
    const bytes = event({ headers: { ...asked.headers, 'content-type': 'application/pdf' }, body: Buffer.from([0, 255]) })
    expect(bytes).toMatchObject({ isBase64Encoded: true, body: 'AP8=' })
  })
  test('has no body when it has none', () => {
    expect(event({ body: Buffer.alloc(0) })).not.toHaveProperty('body')
  })
  test('is counted under its path without ids', () => {
    expect(routeName('GET', '/api/batches/01J9ZX4N6T0000000000000000/x')).toBe('GET /api/batches/:id/x')
  })
})

describe('a result on its way back', () => {
  test('keeps status, headers, cookies and bytes', () => {
    const result = {
      statusCode: 201,
      headers: { 'Content-Type': 'image/png' },
      cookies: ['a=1; Secure', 'b=2'],
      body: 'AP8=',
      isBase64Encoded: true,
    }
    expect(fromResult(result)).toEqual({
      status: 201,
      headers: { 'content-type': 'image/png', 'set-cookie': ['a=1; Secure', 'b=2'] },
      body: Buffer.from([0, 255]),
    })
  })
  test.each([
    ['nothing', undefined],
    ['more than a function may give', { statusCode: 200, body: 'x'.repeat(limits.function) }],
  ])('is a failure of the gateway when it is %s', (_, result) => {
    expect(fromResult(result).status).toBe(500)
  })
})

describe('the distribution', () => {
  test.each([
    ['/api/*', '/api/a/b', true],
    ['/api/*', '/apis', false],
    ['/app/index.html', '/app/indexxhtml', false],
    ['/?', '/r', true],
    ['/r', '/r/x', false],
  ])('%s and %s', (pattern, path, expected) => expect(fitsPath(pattern, path)).toBe(expected))
  test('sets the headers of its policy', () => {
    const policy = {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'" },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        ReferrerPolicy: { ReferrerPolicy: 'same-origin' },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 1 },
      },
      CustomHeadersConfig: { Items: [{ Header: 'permissions-policy', Value: 'camera=()' }] },
    }
    expect(headersOf(policy)).toEqual({
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=()',
    })
  })
})
