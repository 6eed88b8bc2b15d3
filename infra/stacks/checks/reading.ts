import type { SettingsGiven } from '../../config.ts'
import type { Resource, Template } from '../../synthesise.ts'

/** One good deployment in each partition; the tests change one thing in it. */
export const examples = {
  aws: {
    partition: 'aws',
    stage: 'example',
    region: 'ap-southeast-1',
    domain: {
      name: 'calls.example.org',
      certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    },
    mail: { transport: 'ses', from: 'calls@example.org', identity: 'example.org' },
    alarmMail: 'operations@example.org',
  },
  'aws-cn': {
    partition: 'aws-cn',
    stage: 'example',
    region: 'cn-north-1',
    domain: { name: 'calls.example.cn', certificate: 'ASCAEXAMPLE0000000000' },
    mail: { transport: 'smtp', from: 'calls@example.cn' },
    alarmMail: 'operations@example.cn',
  },
} as const satisfies Record<SettingsGiven['partition'], SettingsGiven>

/** The resources of a type, by logical id. */
export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type)

/** What of an intrinsic a person reads: `Table.Arn`, `Jobs`, the parts of a join put together. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const [name, of] = Object.entries(value)[0] ?? []
  if (name === 'Ref' && typeof of === 'string') return of.replace(/^AWS::/, '')
  if (name === 'Fn::GetAtt' && Array.isArray(of)) return of.join('.')
  if (name === 'Fn::Join' && Array.isArray(of)) return (of[1] as unknown[]).map(plain).join(String(of[0]))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}

/** The template as text in which nothing changes but what was meant: the names of assets follow from their content. */
export const withoutAssets = (template: Template): string =>
  `${JSON.stringify(template, null, 1).replaceAll(/\b[0-9a-f]{64}\b/g, '<asset>')}\n`
