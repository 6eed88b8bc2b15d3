import { CfnElement } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Fixes the logical id of what must not be replaced when the tree of constructs is rearranged: another id is another table. */
export function pin<C extends IConstruct>(construct: C, id: string): C {
  const element = CfnElement.isCfnElement(construct) ? construct : construct.node.defaultChild
  if (!CfnElement.isCfnElement(element)) throw new Error(`Nothing to pin as ${id}`)
  element.overrideLogicalId(id)
  return construct
}
