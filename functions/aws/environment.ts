import * as z from 'zod'

/** What the functions are told by the template; read once at cold start, so that a missing name fails the deployment's first call and not a user's. */
const Environment = z.object({
  TABLE_NAME: z.string(),
  FILES_BUCKET: z.string(),
  SITE_BUCKET: z.string(),
  JOBS_QUEUE_URL: z.url(),
  DOCUMENTS_QUEUE_URL: z.url(),
  STATE_MACHINE_ARN: z.string(),
  SCHEDULER_GROUP: z.string(),
  SCHEDULER_ROLE_ARN: z.string(),
  SCHEDULE_TARGET_ARN: z.string(),
  PUBLIC_ORIGIN: z.url().transform((url) => url.replace(/\/$/, '')),
  SITE_HOST_ZH: z.string().optional(),
  SITE_HOST_EN: z.string().optional(),
  SITE_ICP: z.string().optional(),
  SITE_POLICE: z.string().optional(),
  MAIL_FROM: z.string(),
  MAIL_TRANSPORT: z.enum(['smtp', 'ses']).default('smtp'),
  /** Where mail goes by SES: what reports on it afterwards. */
  MAIL_CONFIGURATION_SET: z.string().optional(),
  SMTP_SECRET_ARN: z.string().optional(),
  SMTP_URL: z.string().optional(),
})
export type Environment = z.infer<typeof Environment>

let read: Environment | undefined
export const environment = (): Environment => {
  read ??= Environment.parse(process.env)
  return read
}
