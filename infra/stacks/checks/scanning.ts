import { expect, test } from 'vitest'
import type { SettingsGiven } from '../../config.ts'
import type { Template } from '../../synthesise.ts'
import { statementsOf } from './grants.ts'
import { ofType, plain } from './reading.ts'

/** A daemon in a network of the account. */
export const scanner: SettingsGiven['clamav'] = {
  host: 'clamav.calls.internal',
  port: 3311,
  subnetIds: ['subnet-0aaa1111', 'subnet-0bbb2222'],
  securityGroupIds: ['sg-0ccc3333'],
}

/** What a virus scanner changes in a template, and that nothing of it is there without one. */
export function checkScanning(template: Template, without: Template): void {
  const functions = (of: Template) =>
    ofType(of, 'AWS::Lambda::Function').map(([id, { Properties, DependsOn }]) => {
      const { VpcConfig, Environment } = plain(Properties) as { VpcConfig?: unknown; Environment: { Variables: Record<string, string> } }
      return { id, network: VpcConfig, host: Environment.Variables.CLAMAV_HOST, after: [DependsOn ?? []].flat() }
    })
  const granted = (of: Template) => statementsOf(of).filter(({ Action }) => JSON.stringify(Action).includes('ec2:'))

  test('the function that checks uploads stands in the scanner’s network and is told where it is; the others stay outside', () => {
    expect(functions(template).map(({ id, network, host }) => [id, network, host])).toEqual([
      ['ApiFunction', undefined, undefined],
      [
        'StreamFunction',
        { SubnetIds: ['subnet-0aaa1111', 'subnet-0bbb2222'], SecurityGroupIds: ['sg-0ccc3333'] },
        'clamav.calls.internal:3311',
      ],
      ['WorkflowFunction', undefined, undefined],
    ])
  })

  test('it may have interfaces there, by its role alone, and before it is made', () => {
    expect(granted(template)).toEqual(statementsOf(template, 'StreamFunctionRole').filter(({ Sid }) => Sid === 'Network'))
    expect(granted(template)).toMatchObject([
      { Effect: 'Allow', Action: expect.arrayContaining(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']), Resource: '*' },
    ])
    const policies = ofType(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => JSON.stringify(Properties).includes('"Network"'))
    expect(policies).toHaveLength(1)
    for (const [id] of policies) expect(functions(template).find(({ id }) => id === 'StreamFunction')?.after).toContain(id)
  })

  test('without one no function stands in a network or may have interfaces', () => {
    expect(functions(without).filter(({ network, host }) => network || host)).toEqual([])
    expect(granted(without)).toEqual([])
  })
}
