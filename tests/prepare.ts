import { localTemplate } from '../infra/local/template.ts'
import { executable } from './journeys/browser.ts'

/** What every run of tests starts from and makes if it is not there: made once, before several at a time would make it in each other's way. */
await Promise.all([localTemplate(), executable()])
