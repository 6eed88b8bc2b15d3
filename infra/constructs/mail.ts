import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Settings } from '../config.ts'
import type { HouseFunction } from './house-function.ts'
import { pin } from './pin.ts'

/** How mail leaves: through a server whose address and password lie in a secret, or through SES where there is one. */
export class Mail extends Construct {
  readonly environment: Record<string, string>
  private readonly settings: Settings['mail']
  readonly secret: Secret | undefined
  /** What SES reports on the mails that name it. A plain mail server reports nothing once it has taken a mail. */
  private readonly reports: CfnConfigurationSet | undefined

  constructor(scope: Construct, id: string, settings: Settings['mail']) {
    super(scope, id)
    this.settings = settings
    const keepsSecret = settings.transport === 'smtp' && settings.url === undefined
    this.secret = keepsSecret
      ? pin(
          new Secret(this, 'Smtp', {
            description: 'The mail server: {"host","port","user","password"}. Replace the example after the first deployment.',
            generateSecretString: {
              secretStringTemplate: JSON.stringify({ host: 'smtp.example.org', port: 465, user: '' }),
              generateStringKey: 'password',
            },
            removalPolicy: RemovalPolicy.RETAIN,
          }),
          'SmtpSecret',
        )
      : undefined
    this.reports = settings.transport === 'ses' ? pin(new CfnConfigurationSet(this, 'Reports'), 'MailReports') : undefined
    this.environment = {
      MAIL_TRANSPORT: settings.transport,
      MAIL_FROM: settings.from,
      ...(this.secret && { SMTP_SECRET_ARN: this.secret.secretArn }),
      ...(this.reports && { MAIL_CONFIGURATION_SET: this.reports.ref }),
      ...(settings.transport === 'smtp' && settings.url && { SMTP_URL: settings.url }),
    }
  }

  /** Lets a function send. */
  sentBy(sender: HouseFunction): void {
    if (this.secret) sender.allow('MailServer', ['secretsmanager:GetSecretValue'], [this.secret.secretArn])
    if (this.settings.transport === 'ses' && this.reports) {
      const named = (resource: string, resourceName: string) => Stack.of(this).formatArn({ service: 'ses', resource, resourceName })
      const sending = [named('identity', this.settings.identity), named('configuration-set', this.reports.ref)]
      // Whole messages, as we send them, are allowed under the older name too.
      sender.allow('Mail', ['ses:SendEmail', 'ses:SendRawEmail'], sending, { StringEquals: { 'ses:FromAddress': this.settings.from } })
    }
  }

  /**
   * Mails that come back after SES had taken them are told to a queue, as are complaints. By way of the event bus: a topic would begin with a message of its
   * own that is no report.
   */
  tellReturns(queue: Queue): void {
    if (!this.reports) return
    const bus = Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' })
    pin(
      new CfnConfigurationSetEventDestination(this, 'Returns', {
        configurationSetName: this.reports.ref,
        eventDestination: {
          name: 'returns',
          enabled: true,
          matchingEventTypes: ['BOUNCE', 'COMPLAINT'],
          eventBridgeDestination: { eventBusArn: bus },
        },
      }),
      'MailReturns',
    )
    pin(
      new Rule(this, 'ReturnsRule', {
        description: 'Mails that came back after they had been taken',
        eventPattern: {
          source: ['aws.ses'],
          detailType: ['Email Bounced', 'Email Complaint Received'],
          detail: { mail: { tags: { 'ses:configuration-set': [this.reports.ref] } } },
        },
        targets: [new SqsQueue(queue)],
      }),
      'MailReturnsRule',
    )
  }
}
