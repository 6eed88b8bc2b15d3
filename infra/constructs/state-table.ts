import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { Settings } from '../config.ts'
import { pin } from './pin.ts'

const listed = { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ['summary', 'kind', 'id'] }
const string = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table: it cannot be deleted with the stack, can be put back to any second of the last 35 days, and tells every write to its stream. */
export class StateTable extends Construct {
  readonly table: TableV2
  readonly indexes = ['lists', 'owned'] as const

  constructor(scope: Construct, id: string, { warmThroughput }: Pick<Settings, 'warmThroughput'>) {
    super(scope, id)
    this.table = pin(
      new TableV2(this, 'Table', {
        partitionKey: string('pk'),
        sortKey: string('sk'),
        globalSecondaryIndexes: [
          { indexName: 'lists', partitionKey: string('listPk'), sortKey: string('listSk'), ...listed },
          { indexName: 'owned', partitionKey: string('ownerPk'), sortKey: string('ownerSk'), ...listed },
        ],
        timeToLiveAttribute: 'ttl',
        dynamoStream: StreamViewType.NEW_IMAGE,
        billing: Billing.onDemand(),
        ...(warmThroughput && {
          warmThroughput: { readUnitsPerSecond: warmThroughput.reads, writeUnitsPerSecond: warmThroughput.writes },
        }),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      'Table',
    )
  }
}
