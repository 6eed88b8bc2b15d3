import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { expect, test } from 'vitest'
import type { Template } from '../../synthesise.ts'
import { statementsOf } from './grants.ts'
import { ofType } from './reading.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What a role needs for each call of the SDK. */
const needs: Record<string, readonly string[]> = {
  Get: ['dynamodb:GetItem'],
  BatchGet: ['dynamodb:BatchGetItem'],
  Query: ['dynamodb:Query'],
  Put: ['dynamodb:PutItem'],
  Update: ['dynamodb:UpdateItem'],
  Delete: ['dynamodb:DeleteItem'],
  TransactWrite: ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  SendMessage: ['sqs:SendMessage'],
  ChangeMessageVisibility: ['sqs:ChangeMessageVisibility'],
  StartExecution: ['states:StartExecution'],
  SendTaskSuccess: ['states:SendTaskSuccess'],
  CreateSchedule: ['scheduler:CreateSchedule'],
  UpdateSchedule: ['scheduler:UpdateSchedule'],
  DeleteSchedule: ['scheduler:DeleteSchedule'],
  GetObject: ['s3:GetObject'],
  HeadObject: ['s3:GetObject', 's3:ListBucket'],
  PutObject: ['s3:PutObject'],
  CopyObject: ['s3:GetObject', 's3:PutObject'],
  DeleteObject: ['s3:DeleteObject'],
  CreateMultipartUpload: ['s3:PutObject'],
  UploadPart: ['s3:PutObject'],
  CompleteMultipartUpload: ['s3:PutObject'],
  AbortMultipartUpload: ['s3:AbortMultipartUpload'],
  ListParts: ['s3:ListMultipartUploadParts'],
  GetSecretValue: ['secretsmanager:GetSecretValue'],
  SendEmail: ['ses:SendEmail', 'ses:SendRawEmail'],
}

/** Calls that come into a bundle with their client, but are never made from there. */
const neverMade: Record<string, readonly string[]> = { ApiFunction: ['StartExecution'] }

/** Granted for what surrounds the calls: passing the role of deadlines on, hearing that an object is absent, the log. */
const around = ['iam:PassRole', 's3:ListBucket', 'logs:CreateLogStream', 'logs:PutLogEvents']

/** The calls that a function's module makes, found in what the bundler keeps of it. */
function callsOf(entry: string): string[] {
  const { outputFiles } = buildSync({
    entryPoints: [`${root}${entry}`],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // The parts that are loaded when they are needed only hand calls on; who makes them names them.
    external: ['@aws-sdk/*', './sdk/*', '@aws-lambda-powertools/*', 'pdfkit', 'nodemailer'],
    logLevel: 'silent',
  })
  // Some calls are not made here but handed to a library, so that every mention counts but that of the import.
  const code = outputFiles.map(({ text }) => text.replaceAll(/^import \{[^}]*\} from "@aws-sdk[^"]*";$/gm, '')).join('\n')
  return [...new Set([...code.matchAll(/\b([A-Z][A-Za-z]*?)Command\d*\b/g)].map(([, name = '']) => name))].sort()
}

/** The named statements' actions; those of the event sources and of X-Ray are the library's and have no name. */
const grantedIn = (template: Template, id: string) =>
  statementsOf(template, `${id}Role`)
    .filter(({ Sid }) => Sid)
    .flatMap(({ Action }) => [Action].flat())

/** A grant that nothing uses is one too many; a call without a grant fails in the cloud and nowhere else. The templates are of different settings, of which a module serves all. */
export function checkCalls(...templates: [Template, ...Template[]]): void {
  for (const [id, { Metadata }] of ofType(templates[0], 'AWS::Lambda::Function')) {
    test(`${id} may do all that it calls, and calls all that it may do`, { timeout: 60_000 }, () => {
      const calls = callsOf(String(Metadata?.['shuren:entry'])).filter((call) => !neverMade[id]?.includes(call))
      const needed = [...new Set(calls.flatMap((call) => needs[call] ?? [`nothing known of ${call}`]))]
      const granted = [...new Set(templates.flatMap((template) => grantedIn(template, id)))]
      expect(calls.length).toBeGreaterThan(5)
      expect({
        missing: needed.filter((action) => !granted.includes(action)),
        unused: granted.filter((action) => !needed.includes(action) && !around.includes(action)),
      }).toEqual({ missing: [], unused: [] })
    })
  }
}
