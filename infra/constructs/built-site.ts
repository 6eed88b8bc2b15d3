import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { type CfnDistribution, Distribution } from 'aws-cdk-lib/aws-cloudfront'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct, type IConstruct } from 'constructs'
import type { SiteWords } from '../../shared/portal/pages.ts'
import { withSiteWords } from '../../shared/portal/site-words.ts'
import { houseLogs } from './house-logs.ts'

/** Files whose names never change, although their content does: published pages name them for years. */
const lasting = ['assets/site.js', 'assets/site.css']
/** Pages of the application, which a deployment tells who runs it. */
const told = ['app/index.html', 'r/index.html']

/**
 * Puts the built web files into the site's bucket, beside the published pages. Nothing is ever deleted there: the pages are
 * not part of the build, and whoever has the application open still fetches the files of yesterday's.
 */
export class BuiltSite extends Construct {
  /** The library's function that copies; it lies beside this construct, not in it. */
  readonly copier: IConstruct

  constructor(
    scope: Construct,
    id: string,
    {
      from,
      words,
      bucket,
      distribution,
      logDays,
    }: { from: string; words: SiteWords | undefined; bucket: Bucket; distribution: CfnDistribution; logDays: number },
  ) {
    super(scope, id)
    const known = Distribution.fromDistributionAttributes(this, 'Known', {
      distributionId: distribution.ref,
      domainName: distribution.attrDomainName,
    })
    const into = {
      sources: [Source.asset(from)],
      destinationBucket: bucket,
      prune: false,
      memoryLimit: 512,
      logGroup: houseLogs(this, 'Log', logDays),
    }
    const hashed = new BucketDeployment(this, 'Hashed', {
      ...into,
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    })
    const pages = words ? told.map((page) => Source.data(page, withSiteWords(readFileSync(join(from, page), 'utf8'), words))) : []
    const changing = new BucketDeployment(this, 'Changing', {
      ...into,
      // Of a file that is in several sources the last one is taken.
      sources: [...into.sources, ...pages],
      // The first page is published, not built.
      exclude: ['assets/*', 'index.html', '.vite/*'],
      include: lasting,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(1))],
      distribution: known,
      distributionPaths: ['/app*', '/r*', ...lasting.map((file) => `/${file}`)],
    })
    this.copier = hashed.handlerRole.node.scope ?? this
    // Pages that name new files come after these files.
    changing.node.addDependency(hashed)
  }
}
