import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { SettingsGiven } from '../config.ts'
import type { Resource, Template } from '../synthesise.ts'
import { root } from './root.ts'

/** What the template is made from on this machine. The mail server's address is a place holder: the catcher's port is known only later. */
export const localSettings: SettingsGiven = {
  partition: 'aws',
  stage: 'local',
  region: 'ap-southeast-1',
  mail: { transport: 'smtp', from: 'shuren@example.org', url: 'smtp://mail.local:25' },
}

/** The files a template is made from; as long as they stay as they are, so does the template. */
function fingerprint(): string {
  const sources = globSync(['infra/*.ts', 'infra/stacks/**/*.ts', 'infra/constructs/**/*.ts', 'cdk.json', 'package-lock.json'], {
    cwd: root,
  })
  const hash = createHash('sha256').update(JSON.stringify(localSettings))
  for (const file of sources.sort()) hash.update(file).update(readFileSync(`${root}${file}`))
  return hash.digest('hex').slice(0, 16)
}

/** The synthesised template. Synthesis takes seconds, so its result is kept under `.local/` until a source of it changes. */
export async function localTemplate(): Promise<Template> {
  const kept = `${root}.local/template/${fingerprint()}.json`
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as Template
  } catch {
    const { synthesise } = await import('../synthesise.ts')
    const template = synthesise(localSettings)
    mkdirSync(`${root}.local/template`, { recursive: true })
    // Written aside first: several test processes may look at the same moment.
    const aside = `${kept}.${process.pid}`
    writeFileSync(aside, JSON.stringify(template))
    renameSync(aside, kept)
    return template
  }
}

export type Named = { id: string; resource: Resource; properties: Record<string, unknown> }

/** The resources of one type, with their logical ids. */
export const ofType = (template: Template, ...types: string[]): Named[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => types.includes(Type))
    .map(([id, resource]) => ({ id, resource, properties: resource.Properties ?? {} }))
