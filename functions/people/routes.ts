import { Hono } from 'hono'
import { memberRoutes } from './memberRoutes.ts'
import { meRoutes } from './meRoutes.ts'
import { signInRoutes } from './signInRoutes.ts'

export const peopleRoutes = new Hono().route('/', signInRoutes).route('/', meRoutes).route('/', memberRoutes)
