import { Dashboard, GraphWidget, type IMetric, PeriodOverride } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { pin } from './pin.ts'

type Row = { title: string; left: IMetric[]; right?: IMetric[] }[]

/** One page for a deadline night: what arrives, how it is answered, what waits. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, name: string, rows: Row[]) {
    super(scope, id)
    pin(
      new Dashboard(this, 'Dashboard', {
        dashboardName: name,
        periodOverride: PeriodOverride.AUTO,
        widgets: rows.map((row) =>
          row.map(({ title, left, right = [] }) => new GraphWidget({ title, left, right, width: 24 / row.length })),
        ),
      }),
      'Dashboard',
    )
  }
}
