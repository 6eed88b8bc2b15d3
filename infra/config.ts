import * as z from 'zod'

/** Days a log is kept. CloudWatch accepts only some numbers; less than half a year is less than the records' rule asks. */
const retention = z.literal([180, 365, 400, 545, 731, 1096, 1827])

/** Concurrent runs kept for one function, or null where the account has too few to set any aside. */
const budget = z.int().positive().nullable()

const Mail = z.discriminatedUnion('transport', [
  z.strictObject({
    transport: z.literal('smtp'),
    from: z.email(),
    /** Where no secret is kept, the server's address itself, as `smtp://host:port`. */
    url: z.url().optional(),
  }),
  z.strictObject({ transport: z.literal('ses'), from: z.email(), identity: z.string().min(3) }),
])

/**
 * A ClamAV daemon in a network of the account, and where in that network the function that checks uploads stands to reach it. The network is not this stack's:
 * its parts are named by their ids, and all that the function calls must be reachable from there.
 */
const ClamAv = z.strictObject({
  host: z.hostname(),
  port: z.int().min(1).max(65_535).default(3310),
  subnetIds: z
    .array(z.string().regex(/^subnet-[0-9a-f]+$/))
    .min(1)
    .max(16),
  securityGroupIds: z
    .array(z.string().regex(/^sg-[0-9a-f]+$/))
    .min(1)
    .max(5),
})

/** Everything a deployment may decide. It is read once, from the context of `cdk.json`; a wrong name stops the synthesis. */
export const Settings = z
  .strictObject({
    partition: z.enum(['aws', 'aws-cn']),
    /** Names the stack and the few resources that must have a name: `shuren-<stage>`. */
    stage: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    /** The host people see, and its certificate: an ACM ARN of us-east-1, in the China regions the id of an IAM server certificate. */
    domain: z.strictObject({ name: z.hostname(), certificate: z.string().min(1) }).optional(),
    mail: Mail,
    alarmMail: z.email().optional(),
    /** What stands at the foot of every page: who runs the site (主办单位), and its ICP and public-security filings (备案号). */
    site: z
      .strictObject({ hostZh: z.string().min(1), hostEn: z.string().min(1), icp: z.string().min(1), police: z.string().min(1) })
      .optional(),
    /** ARN of a web ACL of CloudFront's scope. */
    webAcl: z.string().startsWith('arn:aws:wafv2:').optional(),
    /** Without it uploads are checked for what they are, and for the test string of scanners alone. */
    clamav: ClamAv.optional(),
    logRetentionDays: retention.default(180),
    concurrency: z
      .strictObject({
        api: budget.default(400),
        stream: budget.default(100),
        workflow: budget.default(50),
        /** Runs at once for mails and checks of uploads, and for documents and pages; part of the stream function's budget. */
        jobs: z.int().min(2).max(1000).default(40),
        documents: z.int().min(2).max(1000).default(30),
        /** Items of a fan-out worked on at once; part of the workflow function's budget. */
        items: z.int().positive().default(20),
      })
      .prefault({}),
    /** Requests a second that the API lets through, and how many may arrive at once beyond that. */
    throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }).default({ rate: 2000, burst: 4000 }),
    /** Throughput the table is ready for from the first second; set before the last day of a national call, never lowered by itself. */
    warmThroughput: z.strictObject({ reads: z.int().min(12_000), writes: z.int().min(4_000) }).optional(),
  })
  .refine(({ partition, region }) => region.startsWith('cn-') === (partition === 'aws-cn'), {
    error: 'The region does not belong to the partition.',
    path: ['region'],
  })
  .refine(({ partition, domain }) => partition === 'aws' || domain !== undefined, {
    error: 'In the China regions CloudFront serves no content under its own name: give a domain.',
    path: ['domain'],
  })
  .refine(({ partition, mail }) => partition === 'aws' || mail.transport === 'smtp', {
    error: 'The China regions have no SES: send mail by SMTP.',
    path: ['mail', 'transport'],
  })
  .refine(({ partition, webAcl }) => partition === 'aws' || webAcl === undefined, {
    error: 'In the China regions no web ACL can be put before CloudFront.',
    path: ['webAcl'],
  })
  .refine(({ concurrency: { stream, jobs, documents } }) => stream === null || jobs + documents < stream, {
    error: 'The jobs must leave the facts a part of the stream function’s budget.',
    path: ['concurrency', 'jobs'],
  })

export type Settings = z.infer<typeof Settings>
/** As written down, before defaults. */
export type SettingsGiven = z.input<typeof Settings>

const Stages = z.record(z.string(), z.record(z.string(), z.unknown()))

/** The stages named in the context, each with its settings. */
export function readStages(context: unknown): Settings[] {
  return Object.entries(Stages.parse(context)).map(([stage, given]) => Settings.parse({ stage, ...given }))
}

/** What a partition offers. What is missing in the China regions is decided here and nowhere else. */
export const offers = {
  aws: { tracing: true, accessControl: true, edgePolicies: true },
  'aws-cn': { tracing: false, accessControl: false, edgePolicies: false },
} as const satisfies Record<Settings['partition'], { tracing: boolean; accessControl: boolean; edgePolicies: boolean }>
