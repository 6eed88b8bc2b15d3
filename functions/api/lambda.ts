import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { addAnswers, countAnswer } from '../aws/health.ts'
import { watched } from '../aws/watched.ts'
import { createApp } from './app.ts'
import { compressed } from './compressing.ts'
import { routesOf, type SliceName, sliceAt } from './slices.ts'

/** The API by slices: each is an app of its own, made when a request for it comes. */
const apps = new Map<SliceName | undefined, Promise<ReturnType<typeof createApp>>>()
const api = new Hono().all('*', async (c) => {
  const name = sliceAt(c.req.path.replace(/^\/api/, ''))
  const app = apps.get(name) ?? routesOf(name).then(createApp)
  apps.set(name, app)
  return (await app).fetch(c.req.raw, c.env)
})

/** Answers are counted where every one of them passes; what was counted is added beside the next request, so that nobody waits for it. */
const answer = handle(api)
const counting = async (...[event, context]: Parameters<typeof answer>) => {
  const [answered] = await Promise.all([answer(event, context), addAnswers()])
  countAnswer(answered.statusCode)
  return compressed(answered, event.headers?.['accept-encoding'])
}

export const handler = watched('api', counting)
