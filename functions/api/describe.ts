import { describeRoute } from 'hono-openapi'

/** What a route does, for the OpenAPI document: one sentence, under its group's name; the groups stand in `openapi/tags.ts`. */
export const describe = (tag: string, summary: string) => describeRoute({ tags: [tag], summary })
