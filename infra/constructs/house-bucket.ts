import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { pin } from './pin.ts'

type Kept = Pick<BucketProps, 'cors' | 'lifecycleRules' | 'versioned' | 'objectOwnership'> & {
  logicalId: string
  /** Where reads and writes are noted; the bucket of the notes itself has none. */
  notes?: Bucket
}

/** A bucket nobody reaches from outside, over TLS only, encrypted, kept when the stack goes; abandoned parts are cleared away. */
export class HouseBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, { logicalId, notes, lifecycleRules = [], ...props }: Kept) {
    super(scope, id)
    this.bucket = pin(
      new Bucket(this, 'Bucket', {
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        encryption: BucketEncryption.S3_MANAGED,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
        removalPolicy: RemovalPolicy.RETAIN,
        lifecycleRules: [{ id: 'abandoned-parts', abortIncompleteMultipartUploadAfter: Duration.days(2) }, ...lifecycleRules],
        ...(notes && { serverAccessLogsBucket: notes, serverAccessLogsPrefix: `${logicalId}/` }),
        ...props,
      }),
      logicalId,
    )
  }
}
