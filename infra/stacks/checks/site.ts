import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { ofType, plain } from './reading.ts'

type Behaviour = {
  PathPattern?: string
  TargetOriginId: string
  CachePolicyId?: string
  ResponseHeadersPolicyId?: string
  ForwardedValues?: { Headers?: string[]; QueryString: boolean }
}
type Distribution = {
  Aliases: string[]
  Origins: { Id: string; OriginPath?: string; OriginAccessControlId?: string; S3OriginConfig?: { OriginAccessIdentity: string } }[]
  DefaultCacheBehavior: Behaviour
  CacheBehaviors: Behaviour[]
  CustomErrorResponses?: unknown
  OriginGroups?: unknown
  ViewerCertificate: Record<string, string>
}

export const distributionOf = (template: Template) =>
  (plain(template.Resources.Distribution?.Properties) as { DistributionConfig: Distribution }).DistributionConfig
const behavioursOf = ({ DefaultCacheBehavior, CacheBehaviors }: Distribution) => [DefaultCacheBehavior, ...CacheBehaviors]

/** What holds for the site in either partition. */
export function checkSite(template: Template): void {
  const distribution = distributionOf(template)

  test('files come from the bucket, the API from the HTTP API, pages under all their addresses by name', () => {
    expect(distribution.DefaultCacheBehavior.TargetOriginId).toBe('files-or-missing')
    expect(distribution.CacheBehaviors.map(({ PathPattern, TargetOriginId }) => `${PathPattern} ${TargetOriginId}`)).toEqual([
      '/api/* api',
      '/app/index.html files',
      '/404.html files',
      '/app app',
      '/app/* app',
      '/r link',
      '/r/ link',
      '/en english',
      '/en/ english',
    ])
    expect(distribution.Origins.map(({ Id, OriginPath = '' }) => `${Id} ${OriginPath}`)).toEqual([
      'files ',
      'api ',
      'app /pages/app',
      'link /pages/link',
      'english /pages/english',
      'missing /pages/missing',
    ])
  })

  test('what the bucket does not have is a page that says so, with the status that says so', () => {
    expect(distribution.OriginGroups).toMatchObject({
      Items: [
        {
          Id: 'files-or-missing',
          FailoverCriteria: { StatusCodes: { Items: [403, 404] } },
          Members: { Items: [{ OriginId: 'files' }, { OriginId: 'missing' }] },
        },
      ],
    })
    const [missing] = ofType(template, 'AWS::ApiGatewayV2::Integration').filter(([, { Properties }]) =>
      JSON.stringify(plain(Properties?.IntegrationUri)).includes('/404.html'),
    )
    expect(JSON.stringify(plain(missing?.[1].Properties?.ResponseParameters))).toContain(
      '{"Destination":"overwrite:statuscode","Source":"404"}',
    )
  })

  test('a refusal of the API reaches the caller as it is', () => expect(distribution.CustomErrorResponses).toBeUndefined())

  test('no code runs at the edge', () => {
    expect(JSON.stringify(template)).not.toContain('AWS::CloudFront::Function')
    expect(JSON.stringify(distribution)).not.toContain('FunctionAssociations')
  })
}

/** The way of the `aws` partition: policies and an origin access control. */
export function checkSiteWithPolicies(template: Template): void {
  const distribution = distributionOf(template)

  test('every answer carries the security headers', () => {
    for (const behaviour of behavioursOf(distribution)) expect(behaviour.ResponseHeadersPolicyId).toBe('SecurityHeaders')
    const { ResponseHeadersPolicyConfig } = plain(template.Resources.SecurityHeaders?.Properties) as {
      ResponseHeadersPolicyConfig: { SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: string } } }
    }
    const policy = ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(policy).toContain("connect-src 'self' https://FilesBucket.RegionalDomainName;")
    expect(policy).not.toMatch(/unsafe|data:|\*/)
  })

  test('the bucket answers this distribution only', () => {
    expect(distribution.Origins.find(({ Id }) => Id === 'files')?.OriginAccessControlId).toBe('OriginAccess.Id')
    const policies = ofType(template, 'AWS::S3::BucketPolicy').map(([, { Properties }]) => JSON.stringify(plain(Properties)))
    expect(policies.filter((policy) => policy.includes('cloudfront.amazonaws.com'))).toEqual([
      expect.stringContaining('distribution/Distribution'),
    ])
  })
}

/** The way of the China regions: nothing that CloudFront refuses there. */
export function checkSiteWithoutPolicies(template: Template): void {
  const distribution = distributionOf(template)

  test('values are forwarded the older way, the API’s without the host', () => {
    for (const behaviour of behavioursOf(distribution)) {
      expect(Object.keys(behaviour).filter((key) => key.endsWith('PolicyId'))).toEqual([])
      expect(behaviour.ForwardedValues).toBeDefined()
    }
    const headers = distribution.CacheBehaviors[0]?.ForwardedValues?.Headers ?? []
    expect(headers).toContain('Origin')
    // CloudFront forwards ten at most in this way.
    expect(headers.length).toBeLessThanOrEqual(10)
    expect(headers.map((header) => header.toLowerCase())).not.toContain('host')
  })

  test('the bucket is read by the older identity, the certificate lies with IAM', () => {
    expect(distribution.Origins.find(({ Id }) => Id === 'files')).toMatchObject({
      S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/OriginAccess' },
    })
    expect(distribution.ViewerCertificate).toMatchObject({ IamCertificateId: 'ASCAEXAMPLE0000000000', SslSupportMethod: 'sni-only' })
  })

  test('pages under other addresses get their security headers from the HTTP API', () => {
    const fetched = ofType(template, 'AWS::ApiGatewayV2::Integration').filter(
      ([, { Properties }]) => Properties?.IntegrationType === 'HTTP_PROXY',
    )
    expect(fetched.map(([, { Properties }]) => Properties?.IntegrationUri)).toEqual([
      'https://calls.example.cn/app/index.html',
      'https://calls.example.cn/r/index.html',
      'https://calls.example.cn/en/index.html',
      'https://calls.example.cn/404.html',
    ])
    for (const [, { Properties }] of fetched)
      expect(JSON.stringify(plain(Properties?.ResponseParameters))).toContain('overwrite:header.content-security-policy')
  })
}
