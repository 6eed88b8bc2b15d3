import { CfnCachePolicy, type CfnDistribution, CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { pin } from './pin.ts'
import type { SecurityHeaders } from './security-headers.ts'

type Cached = Pick<
  CfnDistribution.CacheBehaviorProperty,
  'cachePolicyId' | 'originRequestPolicyId' | 'responseHeadersPolicyId' | 'forwardedValues' | 'minTtl' | 'defaultTtl' | 'maxTtl'
>

/** How long the edge keeps what it fetched, in seconds, where the object itself does not say. */
const shortly = 60
const year = 31_536_000

/** AWS's own policies "CachingDisabled" and "AllViewerExceptHostHeader": https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

/** What the API reads of a request's head. Everything may be forwarded but the host, by which the API knows itself. */
const headersOfTheApi = ['Accept', 'Accept-Language', 'Origin', 'Referer', 'User-Agent', 'Sec-Fetch-Site', 'Idempotency-Key']

/** Caching by policies, and the security headers on everything. */
export function withPolicies(scope: Construct, name: string, headers: SecurityHeaders): { files: Cached; api: Cached } {
  const kept = pin(
    new CfnCachePolicy(scope, 'Kept', {
      cachePolicyConfig: {
        name: `${name}-kept`,
        minTtl: 0,
        defaultTtl: shortly,
        maxTtl: year,
        parametersInCacheKeyAndForwardedToOrigin: {
          enableAcceptEncodingGzip: true,
          enableAcceptEncodingBrotli: true,
          cookiesConfig: { cookieBehavior: 'none' },
          headersConfig: { headerBehavior: 'none' },
          queryStringsConfig: { queryStringBehavior: 'none' },
        },
      },
    }),
    'KeptAtTheEdge',
  )
  const sent = pin(
    new CfnResponseHeadersPolicy(scope, 'Headers', {
      responseHeadersPolicyConfig: {
        name: `${name}-headers`,
        securityHeadersConfig: {
          contentSecurityPolicy: { override: true, contentSecurityPolicy: headers['content-security-policy'] },
          strictTransportSecurity: {
            override: true,
            accessControlMaxAgeSec: Number(headers['strict-transport-security'].replace('max-age=', '')),
          },
          contentTypeOptions: { override: true },
          frameOptions: { override: true, frameOption: headers['x-frame-options'] },
          referrerPolicy: { override: true, referrerPolicy: headers['referrer-policy'] },
        },
        customHeadersConfig: {
          items: (['permissions-policy', 'cross-origin-opener-policy'] as const).map((header) => ({
            header,
            value: headers[header],
            override: true,
          })),
        },
      },
    }),
    'SecurityHeaders',
  )
  return {
    files: { cachePolicyId: kept.ref, responseHeadersPolicyId: sent.ref },
    api: { cachePolicyId: cachingDisabled, originRequestPolicyId: allButHost, responseHeadersPolicyId: sent.ref },
  }
}

/** The older way, which is the only one in the China regions; there is no place for headers in it. */
export const withForwardedValues: { files: Cached; api: Cached } = {
  files: { forwardedValues: { queryString: false, cookies: { forward: 'none' } }, minTtl: 0, defaultTtl: shortly, maxTtl: year },
  api: {
    forwardedValues: { queryString: true, cookies: { forward: 'all' }, headers: headersOfTheApi },
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
  },
}
