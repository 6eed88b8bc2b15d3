import type { ClientResponse } from 'hono/client'
import { actId } from './act-id.ts'
import { connect } from './connection.ts'
import { askToSignIn } from './session.ts'

/** `fetch` of the signed-in application: when the session has ended it asks to sign in over the page and then goes on. */
export const request = connect({ signedOut: askToSignIn })

/**
 * How a slice makes its typed client: `const api = hc<typeof applyingRoutes>('/api', wire)`, with `import type` of the routes.
 * Every POST, PUT and DELETE carries an idempotency key of its own that retries keep.
 */
export const wire = { fetch: request }

/** The value of an answer; a refusal has been thrown before. */
export async function answer<R extends ClientResponse<unknown>>(
  response: Promise<R>,
): Promise<R extends ClientResponse<infer T> ? T : never> {
  return (await (await response).json()) as R extends ClientResponse<infer T> ? T : never
}

/** A key for one act of a person (submit, recommend): made when the act is first tried, kept until it succeeds. */
export function actKey() {
  let key = actId()
  return {
    /** Goes into the second argument of a call: `api.x.$post({ json }, act.options())`. */
    options: () => ({ headers: { 'idempotency-key': key } }),
    /** The act is done; the next one is another. */
    done: () => {
      key = actId()
    },
  }
}
