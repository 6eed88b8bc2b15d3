import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { BatchMailKey } from '../../../../shared/mails/sentences.ts'
import { answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { t as s } from '../../i18n/batch-setup.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { Tabs, tabPanel } from '../../ui/tabs.tsx'
import { api, type HostView, mailApi, type PreviewView } from './batch-api.ts'
import { MailSheet } from './mail-sheet.tsx'

const AsApplicant = lazy(() => import('./previews/applicant.tsx'))
const AsRecommender = lazy(() => import('./previews/recommender.tsx'))
const AsExpert = lazy(() => import('./previews/expert.tsx'))
const AsApprover = lazy(() => import('./previews/approver.tsx'))
const AsVisitor = lazy(() => import('./previews/visitor.tsx'))

const roles = ['applicant', 'recommender', 'expert', 'approver', 'visitor'] as const
type Role = (typeof roles)[number]
const names = {
  applicant: 'asApplicant',
  recommender: 'asRecommender',
  expert: 'asExpert',
  approver: 'asApprover',
  visitor: 'asVisitor',
} as const
/** The public is written to by nobody. */
const firstMail: Partial<Record<Role, BatchMailKey>> = {
  applicant: 'stage-opened',
  recommender: 'stage-opened',
  expert: 'expert-invitation',
  approver: 'approval-request',
}

/** The batch before it is opened, as each of those who will take part sees it: the mail that brings them, and what they find. */
export default function Preview() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ as?: Role; form?: string; section?: string }>()
  const role = (): Role => roles.find((each) => each === search.as) ?? 'applicant'
  const [given] = createResource(
    () => params.batch,
    async (batch) => {
      const param = { batch }
      const [call, host] = await Promise.all([
        answer(api.batches[':batch'].preview.$get({ param, query: {} })),
        answer(api.batches[':batch'].$get({ param })),
      ])
      return { call: call as unknown as PreviewView, host: host as unknown as HostView }
    },
  )
  /** Recommending units are written to when their own stage opens, applicants when collecting does. */
  const stage = () =>
    role() === 'recommender' ? given.latest?.host.stages.find(({ kind, on }) => kind === 'endorse' && on)?.key : undefined
  const [mails] = createResource(
    () => given.latest && { batch: params.batch, stage: stage() },
    async ({ batch, stage: of }) =>
      (await answer(mailApi.batches[':batch'].mails.$get({ param: { batch }, query: { ...(of && { stage: of }) } }))).rows,
  )
  return (
    <Known of={given.latest}>
      {(shown) => (
        <>
          <HostedHeader batch={params.batch} known={shown().host} title={shown().host.title} own />
          <Banner>{s('previewBanner')}</Banner>
          <div class="my-4">
            <Tabs
              id="preview"
              label={s('previewAs')}
              tabs={roles.map((key) => ({ key, label: s(names[key]) }))}
              value={role()}
              onChange={(as) => setSearch({ as: as === 'applicant' ? undefined : as, form: undefined, section: undefined })}
            />
          </div>
          <div {...tabPanel('preview', role())}>
            <Show when={mails.latest?.find(({ key }) => key === firstMail[role()])}>
              {(row) => (
                <Card title={s('firstMail')}>
                  <MailSheet mail={row().mail} />
                </Card>
              )}
            </Show>
            <Suspense fallback={<SkeletonRows rows={6} />}>
              <Switch>
                <Match when={role() === 'applicant'}>
                  <AsApplicant call={shown().call} />
                </Match>
                <Match when={role() === 'recommender'}>
                  <AsRecommender host={shown().host} />
                </Match>
                <Match when={role() === 'expert'}>
                  <AsExpert host={shown().host} />
                </Match>
                <Match when={role() === 'approver'}>
                  <AsApprover host={shown().host} />
                </Match>
                <Match when={role() === 'visitor'}>
                  <AsVisitor host={shown().host} />
                </Match>
              </Switch>
            </Suspense>
          </div>
        </>
      )}
    </Known>
  )
}
