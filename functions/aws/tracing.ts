import { Tracer } from '@aws-lambda-powertools/tracer'
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware'

/** Notes each run in X-Ray, never what was answered. */
export const traced = (name: string) => captureLambdaHandler(new Tracer({ serviceName: name }), { captureResponse: false })
