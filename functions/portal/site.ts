import { siteOf } from '../../shared/portal/pages.ts'
import { environment } from '../aws/environment.ts'

/** The public site as this deployment calls it. */
export function publicSite() {
  const { PUBLIC_ORIGIN, SITE_HOST_ZH, SITE_HOST_EN, SITE_ICP, SITE_POLICE } = environment()
  return siteOf(PUBLIC_ORIGIN, { hostZh: SITE_HOST_ZH, hostEn: SITE_HOST_EN, icp: SITE_ICP, police: SITE_POLICE })
}
