import { Aws, Duration, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { pin } from './pin.ts'

/** Deadlines: a group of one-shot schedules that the functions make and move, the role under which they ring, and the round that finds what was missed. */
export class Schedules extends Construct {
  readonly group: string
  readonly role: Role
  /** Every schedule of the group. */
  readonly schedulesArn: string

  constructor(scope: Construct, id: string, name: string) {
    super(scope, id)
    this.group = name
    pin(new ScheduleGroup(this, 'Group', { scheduleGroupName: name }), 'ScheduleGroup')
    this.schedulesArn = Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${name}/*` })
    this.role = pin(
      new Role(this, 'Role', {
        description: 'Under this role the deadlines of batches call the workflow function',
        assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        }),
      }),
      'SchedulerRole',
    )
  }

  /** The function that deadlines call, and that looks every five minutes for stages whose time has passed unheard. */
  call(workflow: IFunction): void {
    this.role.addToPolicy(new PolicyStatement({ sid: 'Ring', actions: ['lambda:InvokeFunction'], resources: [workflow.functionArn] }))
    pin(
      new Rule(this, 'Reconcile', {
        description: 'Finds stages whose time has passed and whose token was lost',
        schedule: Schedule.rate(Duration.minutes(5)),
        targets: [
          new LambdaFunction(workflow, {
            event: RuleTargetInput.fromObject({ step: 'reconcile' }),
            retryAttempts: 2,
            maxEventAge: Duration.minutes(5),
          }),
        ],
      }),
      'ReconcileRule',
    )
  }
}
