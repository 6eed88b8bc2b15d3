import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { pin } from './pin.ts'

/** A minute is what a deadline night needs; five are enough for what may wait. */
export const minute = Duration.minutes(1)
export const fiveMinutes = Duration.minutes(5)

/** Who is woken, and when. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, mail: string | undefined) {
    super(scope, id)
    this.topic = pin(new Topic(this, 'Topic', { enforceSSL: true }), 'AlarmTopic')
    if (mail) this.topic.addSubscription(new EmailSubscription(mail))
  }

  /** Alarms when the metric lies at the threshold or above in `of` periods running; silence is no alarm. */
  when(id: string, metric: IMetric, threshold: number, meaning: string, of = 1): Alarm {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: of,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: meaning,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    return alarm
  }
}
