import { parseArgs } from 'node:util'

/**
 * Founds the platform in a deployed stack: writes the national office and the invitation of its first administrator into the table,
 * with the AWS credentials of whoever runs it, and prints the link. Refused when the office exists.
 */
const usage = `node functions/people/found.ts --table NAME --origin URL --title OFFICE --name PERSON --email ADDRESS
  --table   the table's name (output TableName of the stack)
  --origin  where the platform answers (output Origin of the stack)
The region and the credentials are those of the AWS environment (AWS_REGION, AWS_PROFILE).`

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    origin: { type: 'string' },
    title: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
  },
})
const { table, origin, title, name, email } = values
if (!table || !origin || !title || !name || !email) {
  process.stderr.write(`${usage}\n`)
  process.exit(1)
}

// The functions' environment is one schema; of it only the table and the origin matter here.
const unused = 'unused'
Object.assign(process.env, {
  TABLE_NAME: table,
  PUBLIC_ORIGIN: origin,
  FILES_BUCKET: unused,
  SITE_BUCKET: unused,
  JOBS_QUEUE_URL: origin,
  DOCUMENTS_QUEUE_URL: origin,
  STATE_MACHINE_ARN: unused,
  SCHEDULER_GROUP: unused,
  SCHEDULER_ROLE_ARN: unused,
  SCHEDULE_TARGET_ARN: unused,
  MAIL_FROM: unused,
})
const { found } = await import('./founding.ts')
const { invitationLink } = await import('./links.ts')
const founded = await found({ title, name, email })
if (founded.ok) process.stdout.write(`${invitationLink(founded.value.token)}\n`)
else process.stderr.write(`${founded.code}\n`)
process.exitCode = founded.ok ? 0 : 1
