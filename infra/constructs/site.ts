import { Aws, Fn, Stack } from 'aws-cdk-lib'
import { CfnCloudFrontOriginAccessIdentity, CfnDistribution, CfnOriginAccessControl } from 'aws-cdk-lib/aws-cloudfront'
import { CanonicalUserPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { offers, type Settings } from '../config.ts'
import { withForwardedValues, withPolicies } from './edge-behaviours.ts'
import { type PageName, pagePath, pages } from './pages.ts'
import { pin } from './pin.ts'
import type { SecurityHeaders } from './security-headers.ts'

type SiteProps = { settings: Settings; name: string; bucket: Bucket; notes: Bucket; apiHost: string; headers: SecurityHeaders }

/** Files of the bucket, or the page that says that there is none. */
const orMissing = 'files-or-missing'
const reading = ['GET', 'HEAD', 'OPTIONS']
const everything = [...reading, 'PUT', 'POST', 'PATCH', 'DELETE']

/** CloudFront before everything: published and built files from the bucket, `/api/*` and the application's addresses from the HTTP API. */
export class Site extends Construct {
  readonly distribution: CfnDistribution
  /** As people type it, without a slash at the end. */
  readonly origin: string

  constructor(scope: Construct, id: string, { settings, name, bucket, notes, apiHost, headers }: SiteProps) {
    super(scope, id)
    const { domain, partition, webAcl } = settings
    const { accessControl, edgePolicies } = offers[partition]
    const cached = edgePolicies ? withPolicies(this, name, headers) : withForwardedValues
    const always = { viewerProtocolPolicy: 'redirect-to-https', compress: true }
    const files = { ...always, ...cached.files, targetOriginId: 'files', allowedMethods: reading }
    const toApi = {
      domainName: apiHost,
      customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'], originReadTimeout: 30 },
    }
    const api = { ...always, ...cached.api, targetOriginId: 'api', allowedMethods: everything, viewerProtocolPolicy: 'https-only' }
    const access = accessControl ? this.controlled(name) : this.identified(bucket)

    this.distribution = pin(
      new CfnDistribution(this, 'Distribution', {
        distributionConfig: {
          enabled: true,
          comment: name,
          ...(domain && { aliases: [domain.name] }),
          viewerCertificate: domain
            ? {
                ...(partition === 'aws' ? { acmCertificateArn: domain.certificate } : { iamCertificateId: domain.certificate }),
                sslSupportMethod: 'sni-only',
                minimumProtocolVersion: 'TLSv1.2_2021',
              }
            : { cloudFrontDefaultCertificate: true },
          defaultRootObject: 'index.html',
          httpVersion: edgePolicies ? 'http2and3' : 'http2',
          ipv6Enabled: edgePolicies,
          ...(webAcl && { webAclId: webAcl }),
          logging: { bucket: notes.bucketRegionalDomainName, prefix: 'cloudfront/', includeCookies: false },
          origins: [
            { id: 'files', domainName: bucket.bucketRegionalDomainName, ...access },
            { id: 'api', ...toApi },
            ...pages.map(({ name: page }) => ({ id: page, ...toApi, originPath: pagePath(page) })),
          ],
          // The bucket lets nobody list it and answers 403 for what is not there. Error pages of the distribution would replace the refusals of the
          // API as well; another origin for the same request does not.
          originGroups: {
            quantity: 1,
            items: [
              {
                id: orMissing,
                failoverCriteria: { statusCodes: { quantity: 2, items: [403, 404] } },
                members: { quantity: 2, items: [{ originId: 'files' }, { originId: 'missing' satisfies PageName }] },
              },
            ],
          },
          defaultCacheBehavior: { ...files, targetOriginId: orMissing },
          // The first that fits counts: the page itself must come from the bucket, all its other addresses come back to it through the API.
          cacheBehaviors: [
            { pathPattern: '/api/*', ...api },
            { pathPattern: '/app/index.html', ...files },
            // Were it missing itself, the edge would go on looking for it.
            { pathPattern: '/404.html', ...files },
            ...pages.flatMap(({ name: page, addresses }) =>
              addresses.map((pathPattern) => ({ ...files, pathPattern, targetOriginId: page })),
            ),
          ],
        },
      }),
      'Distribution',
    )
    this.origin = domain ? `https://${domain.name}` : `https://${this.distribution.attrDomainName}`
    if (accessControl) this.readBy(bucket)
  }

  /** The bucket's answer to the distribution's signed requests. */
  private controlled(name: string) {
    const control = new CfnOriginAccessControl(this, 'Access', {
      originAccessControlConfig: { name, originAccessControlOriginType: 's3', signingBehavior: 'always', signingProtocol: 'sigv4' },
    })
    return { originAccessControlId: pin(control, 'OriginAccess').attrId, s3OriginConfig: { originAccessIdentity: '' } }
  }

  private readBy(bucket: Bucket): void {
    const { partition } = Stack.of(this)
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Site',
        actions: ['s3:GetObject'],
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringEquals: { 'AWS:SourceArn': `arn:${partition}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${this.distribution.ref}` },
        },
      }),
    )
  }

  /** The older identity, where signed requests are not offered. */
  private identified(bucket: Bucket) {
    const identity = pin(
      new CfnCloudFrontOriginAccessIdentity(this, 'Access', { cloudFrontOriginAccessIdentityConfig: { comment: 'The site' } }),
      'OriginAccess',
    )
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Site',
        actions: ['s3:GetObject'],
        principals: [new CanonicalUserPrincipal(identity.attrS3CanonicalUserId)],
        resources: [bucket.arnForObjects('*')],
      }),
    )
    return { s3OriginConfig: { originAccessIdentity: Fn.join('/', ['origin-access-identity/cloudfront', identity.ref]) } }
  }
}
