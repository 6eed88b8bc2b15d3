import { Aws, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnQueuePolicy, type Queue } from 'aws-cdk-lib/aws-sqs'

/**
 * Every file that arrives under a prefix is told to the queue.
 * Written on the bucket itself: the library's way adds a function of its own that must be allowed to change every bucket.
 */
export function announceArrivals(bucket: Bucket, prefix: string, queue: Queue): void {
  queue.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Arrivals',
      actions: ['sqs:SendMessage'],
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      resources: [queue.queueArn],
      // The bucket cannot be named: it may only be made once this policy stands.
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': Stack.of(bucket).formatArn({ service: 's3', region: '', account: '', resource: '*' }) },
      },
    }),
  )
  const target = bucket.node.defaultChild
  if (!(target instanceof CfnBucket)) throw new Error('A bucket of this stack is needed')
  target.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
      },
    ],
  }
  for (const policy of queue.node.findAll().filter((child) => child instanceof CfnQueuePolicy)) target.addResourceDependency(policy)
}
