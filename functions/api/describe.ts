import { describeRoute } from 'hono-openapi'

/** What a route does, for the OpenAPI document: one sentence, under its slice's name. */
export const describe = (tag: string, summary: string) => describeRoute({ tags: [tag], summary })
