/** What the template tells every function. */
const told = [
  'TABLE_NAME',
  'FILES_BUCKET',
  'SITE_BUCKET',
  'JOBS_QUEUE_URL',
  'DOCUMENTS_QUEUE_URL',
  'STATE_MACHINE_ARN',
  'SCHEDULER_GROUP',
  'SCHEDULER_ROLE_ARN',
  'SCHEDULE_TARGET_ARN',
  'PUBLIC_ORIGIN',
  'MAIL_FROM',
] as const
/** What it tells where the settings of the deployment say so. */
const toldOfSome = [
  'SITE_HOST_ZH',
  'SITE_HOST_EN',
  'SITE_ICP',
  'SITE_POLICE',
  'SMTP_SECRET_ARN',
  'SMTP_URL',
  // Where mail goes by SES: what reports on it afterwards.
  'MAIL_CONFIGURATION_SET',
] as const
const transports = ['smtp', 'ses'] as const

export type Environment = Record<(typeof told)[number], string> &
  Partial<Record<(typeof toldOfSome)[number], string>> & { MAIL_TRANSPORT: (typeof transports)[number] }

let read: Environment | undefined
/** Read once, at the first use, so that a missing name fails the deployment's first call and not a user's. Without a schema: the library is not loaded before a slice needs it. */
export const environment = (): Environment => {
  read ??= readFrom(process.env)
  return read
}

/** @throws where a name is missing, or a value is none of those that are known */
export function readFrom(given: NodeJS.ProcessEnv): Environment {
  const missing = told.filter((name) => !given[name])
  if (missing.length > 0) throw new Error(`The functions are not told ${missing.join(', ')}`)
  const transport = transports.find((each) => each === (given.MAIL_TRANSPORT ?? 'smtp'))
  if (!transport) throw new Error(`MAIL_TRANSPORT is ${given.MAIL_TRANSPORT}, and may be ${transports.join(' or ')}`)
  const values = [...told, ...toldOfSome].flatMap((name) => (given[name] ? [[name, given[name]]] : []))
  const said = Object.fromEntries(values) as Omit<Environment, 'MAIL_TRANSPORT'>
  return { ...said, MAIL_TRANSPORT: transport, PUBLIC_ORIGIN: new URL(said.PUBLIC_ORIGIN).origin }
}
