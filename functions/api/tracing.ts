import { Tracer } from '@aws-lambda-powertools/tracer'
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware'

/** Notes each request in X-Ray, never what was answered. */
export const traced = () => captureLambdaHandler(new Tracer({ serviceName: 'api' }), { captureResponse: false })
