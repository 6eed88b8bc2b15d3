import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import cdk from '../cdk.json' with { type: 'json' }
import { readStages } from './config.ts'
import { Shuren } from './stacks/shuren.ts'

const built = fileURLToPath(new URL('../web/dist', import.meta.url))
const app = new App({ context: cdk.context })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
for (const settings of readStages(app.node.getContext('shuren:stages')))
  new Shuren(app, `shuren-${settings.stage}`, { settings, site: existsSync(built) ? built : undefined })
app.synth()
