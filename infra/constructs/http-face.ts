import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CfnIntegration, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration, HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Settings } from '../config.ts'
import { type Alarms, fiveMinutes } from './alarms.ts'
import { houseLogs } from './house-logs.ts'
import { pagePath, pages } from './pages.ts'
import { pin } from './pin.ts'
import type { SecurityHeaders } from './security-headers.ts'

const noted = JSON.stringify({
  at: '$context.requestTime',
  request: '$context.requestId',
  from: '$context.identity.sourceIp',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
})

/**
 * The HTTP API behind the site: `/api/*` goes to the function; what is asked for under a page's name gets that page.
 * The page is fetched from the site itself, because the China regions run no code at the edge and CloudFront's
 * error pages would also replace the refusals of the API.
 */
export class HttpFace extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { settings, alarms }: { settings: Settings; alarms: Alarms }) {
    super(scope, id)
    this.api = pin(new HttpApi(this, 'Api', { apiName: `shuren-${settings.stage}`, createDefaultStage: false }), 'HttpApi')
    const log = pin(houseLogs(this, 'Log', settings.logRetentionDays), 'HttpApiLog')
    pin(
      new HttpStage(this, 'Stage', {
        httpApi: this.api,
        stageName: '$default',
        autoDeploy: true,
        throttle: { rateLimit: settings.throttle.rate, burstLimit: settings.throttle.burst },
        detailedMetricsEnabled: true,
        accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(noted) },
      }),
      'HttpStage',
    )
    const { api } = this
    alarms.when('ApiServerErrors', api.metricServerError({ period: fiveMinutes, statistic: 'Sum' }), 5, 'The API answers with 5xx')
    alarms.when(
      'ApiLatency',
      api.metricLatency({ period: fiveMinutes, statistic: 'p95' }),
      2000,
      'One answer in twenty takes over two seconds',
      2,
    )
  }

  /** Lets the function answer under `/api/`. */
  answerWith(fn: IFunction): void {
    this.api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Function', fn),
    })
  }

  /** Lets pages answer under all their addresses; `headers` are set here where the edge cannot set them. */
  showPages(origin: string, headers: SecurityHeaders | undefined): void {
    for (const page of pages) {
      const { name, file } = page
      const integration = new HttpUrlIntegration(`Page${name}`, `${origin}${file}`, { method: HttpMethod.GET })
      const routes = this.api.addRoutes({ path: `${pagePath(name)}/{proxy+}`, methods: [HttpMethod.GET, HttpMethod.HEAD], integration })
      const changes = {
        ...('status' in page && { statuscode: String(page.status) }),
        ...Object.fromEntries(Object.entries(headers ?? {}).map(([header, value]) => [`header.${header}`, value])),
      }
      if (Object.keys(changes).length === 0) continue
      const made = routes.flatMap((route) => route.node.findAll()).find((child) => child instanceof CfnIntegration)
      if (!made) throw new Error(`No integration for ${file}`)
      made.responseParameters = {
        200: {
          ResponseParameters: Object.entries(changes).map(([what, value]) => ({ Destination: `overwrite:${what}`, Source: value })),
        },
      }
    }
  }
}
