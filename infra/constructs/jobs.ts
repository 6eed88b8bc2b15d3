import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { pin } from './pin.ts'

const kept = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const

/**
 * The queues of what is done afterwards: one for what somebody waits for (a mail with a link, the check of an upload, a list to be printed), one for what comes by
 * the thousand (application forms, certificates, pages), so that the PDFs of a last hour stand in nobody's way. What fails eight times, over some two hours (`functions/stream/again.ts`), waits aside for a person, two weeks long.
 */
export class Jobs extends Construct {
  readonly queue: Queue
  readonly documents: Queue
  readonly failed: Queue
  /** Facts whose reactions kept failing. They are pointers into the stream and must never be moved to the queue of jobs, hence a place of their own. */
  readonly failedFacts: Queue

  /** @param longest how long one batch of jobs may take */
  constructor(scope: Construct, id: string, longest: Duration) {
    super(scope, id)
    this.failed = pin(new Queue(this, 'Failed', { ...kept, retentionPeriod: Duration.days(14) }), 'FailedJobs')
    this.failedFacts = pin(new Queue(this, 'FailedFacts', { ...kept, retentionPeriod: Duration.days(14) }), 'FailedFacts')
    const worked = {
      ...kept,
      // Six times the function's limit, as Lambda asks of its sources, so that no message comes again while it is worked on. One that failed is shown sooner by the function itself.
      visibilityTimeout: Duration.seconds(longest.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 8 },
    }
    this.queue = pin(new Queue(this, 'Queue', worked), 'Jobs')
    this.documents = pin(new Queue(this, 'DocumentQueue', worked), 'Documents')
  }
}
