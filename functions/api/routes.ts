import { Hono } from 'hono'

/** All slices' routes. A slice is mounted here once; its paths stand in its own file. */
export const routes = new Hono()
