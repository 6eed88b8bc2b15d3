import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { createTransport, type Transporter } from 'nodemailer'
import * as z from 'zod'
import { type Environment, environment } from '../aws/environment.ts'

/** A secret holds either the address `smtps://user:password@host` or its parts. */
const Secret = z.union([
  z.string().regex(/^smtps?:\/\//),
  z.object({ host: z.string(), port: z.coerce.number().default(465), user: z.string(), password: z.string() }),
])

async function addressOf(secretArn: string): Promise<z.infer<typeof Secret>> {
  const { SecretString = '' } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretArn }))
  return Secret.parse(SecretString.startsWith('{') ? JSON.parse(SecretString) : SecretString)
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const

async function open(settings: Environment): Promise<Transporter> {
  if (settings.MAIL_TRANSPORT === 'ses') return createTransport({ SES: { sesClient: new SESv2Client({}), SendEmailCommand } })
  const address = settings.SMTP_URL ?? (settings.SMTP_SECRET_ARN ? await addressOf(settings.SMTP_SECRET_ARN) : undefined)
  if (address === undefined) throw new Error('mail goes by SMTP but neither SMTP_URL nor SMTP_SECRET_ARN is set')
  if (typeof address === 'string') return createTransport({ url: address, ...patience })
  const { host, port, user, password } = address
  return createTransport({ host, port, secure: port === 465, auth: { user, pass: password }, ...patience })
}

let opened: Promise<Transporter> | undefined
/** The way mail leaves, opened once per process; a failure to open it is tried again by the next mail. */
export function transport(): Promise<Transporter> {
  opened ??= open(environment()).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
