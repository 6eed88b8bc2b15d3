import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** A log that is kept for the time the records' rule asks, also after the stack is gone. */
export const houseLogs = (scope: Construct, id: string, days: number) =>
  new LogGroup(scope, id, { retention: days, removalPolicy: RemovalPolicy.RETAIN })
