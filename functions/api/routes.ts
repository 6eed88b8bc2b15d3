import { Hono } from 'hono'
import { awardRoutes } from '../awards/routes.ts'
import { mailRoutes } from '../batches/mailRoutes.ts'
import { quotaRoutes } from '../batches/quotaRoutes.ts'
import { batchRoutes } from '../batches/routes.ts'
import { runRoutes } from '../batches/runRoutes.ts'
import { templateRoutes } from '../batches/templateRoutes.ts'
import { watchRoutes } from '../batches/watchRoutes.ts'
import { decisionRoutes } from '../decisions/routes.ts'
import { endorsementRoutes } from '../endorsements/routes.ts'
import { otherFileRoutes } from '../files/otherRoutes.ts'
import { fileRoutes } from '../files/routes.ts'
import { noticeRoutes } from '../notices/routes.ts'
import { organisationRoutes } from '../organisations/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { deskRoutes } from '../reviews/deskRoutes.ts'
import { expertRoutes } from '../reviews/expertRoutes.ts'
import { linkRoutes } from '../reviews/linkRoutes.ts'
import { reviewOfficeRoutes } from '../reviews/officeRoutes.ts'
import { hostRoutes } from '../submissions/hostRoutes.ts'
import { submissionRoutes } from '../submissions/routes.ts'

/** All slices' routes. A slice is mounted here once; its paths stand in its own file. */
export const routes = new Hono()
  .route('/', peopleRoutes)
  .route('/', templateRoutes)
  .route('/', batchRoutes)
  .route('/', runRoutes)
  .route('/', quotaRoutes)
  .route('/', mailRoutes)
  .route('/', watchRoutes)
  .route('/', organisationRoutes)
  .route('/', expertRoutes)
  .route('/', reviewOfficeRoutes)
  .route('/', linkRoutes)
  .route('/', deskRoutes)
  .route('/', decisionRoutes)
  .route('/', noticeRoutes)
  .route('/', awardRoutes)
  .route('/', submissionRoutes)
  .route('/', hostRoutes)
  .route('/', fileRoutes)
  .route('/', otherFileRoutes)
  .route('/', endorsementRoutes)
