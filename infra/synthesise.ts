import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type AppProps } from 'aws-cdk-lib'
import cdk from '../cdk.json' with { type: 'json' }
import { Settings, type SettingsGiven } from './config.ts'
import { Shuren } from './stacks/shuren.ts'

export type Resource = {
  Type: string
  Properties?: Record<string, unknown>
  Metadata?: Record<string, unknown>
  DependsOn?: string | string[]
  DeletionPolicy?: string
}
export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, { Value: unknown }>; [section: string]: unknown }

type Wishes = {
  /** Whether the functions' modules are bundled; without it the synthesis takes seconds less and the code is not in the assembly. */
  bundling: boolean
  site?: string | undefined
  app?: AppProps
}

/** No bundling, and no note on each resource of the line it was made in, which takes half of the time. */
const inProcess = { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-stack-trace': true, 'aws:cdk:disable-creation-stack-traces': true }

/** The stack with the flags of `cdk.json`, ready to be synthesised. */
export function build(given: SettingsGiven, { bundling, site, app: props }: Wishes): { app: App; stack: Shuren } {
  const settings = Settings.parse(given)
  const app = new App({
    ...props,
    analyticsReporting: false,
    context: { ...cdk.context, ...(bundling ? {} : inProcess), ...props?.context },
  })
  return { app, stack: new Shuren(app, `shuren-${settings.stage}`, { settings, site }) }
}

/** The CloudFormation template for these settings, made in this process; nothing is left on the disk. */
export function synthesise(given: SettingsGiven, wishes: Wishes = { bundling: false }): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'shuren-synth-'))
  try {
    const { app, stack } = build(given, { ...wishes, app: { outdir, ...wishes.app } })
    return app.synth().getStackByName(stack.stackName).template
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}
