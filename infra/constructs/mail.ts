import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { Settings } from '../config.ts'
import type { HouseFunction } from './house-function.ts'
import { pin } from './pin.ts'

/** How mail leaves: through a server whose address and password lie in a secret, or through SES where there is one. */
export class Mail extends Construct {
  readonly environment: Record<string, string>
  private readonly settings: Settings['mail']
  readonly secret: Secret | undefined

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
    this.environment = {
      MAIL_TRANSPORT: settings.transport,
      MAIL_FROM: settings.from,
      ...(this.secret && { SMTP_SECRET_ARN: this.secret.secretArn }),
      ...(settings.transport === 'smtp' && settings.url && { SMTP_URL: settings.url }),
    }
  }

  /** Lets a function send. */
  sentBy(sender: HouseFunction): void {
    if (this.secret) sender.allow('MailServer', ['secretsmanager:GetSecretValue'], [this.secret.secretArn])
    if (this.settings.transport === 'ses') {
      const identity = Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName: this.settings.identity })
      // Whole messages, as we send them, are allowed under the older name too.
      sender.allow('Mail', ['ses:SendEmail', 'ses:SendRawEmail'], [identity], { StringEquals: { 'ses:FromAddress': this.settings.from } })
    }
  }
}
