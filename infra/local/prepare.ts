import { localTemplate } from './template.ts'

/** Before the tests: the template is synthesised once, not once in every process that wants it. */
export default async function prepare(): Promise<void> {
  await localTemplate()
}
