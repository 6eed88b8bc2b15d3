import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { log } from '../api/log.ts'

export const handler = middy(async (event: { step: string; batch: string; stage: number }) => event).use(injectLambdaContext(log))
