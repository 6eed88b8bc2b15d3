import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, For, Match, Show, Switch } from 'solid-js'
import type { BatchMailKey } from '../../../../shared/mails/sentences.ts'
import { answer } from '../../data/client.ts'
import { FormReader } from '../../forms/form-reader.tsx'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Tabs, tabPanel } from '../../ui/tabs.tsx'
import { api, type HostView, mailApi, type PreviewView } from './batch-api.ts'
import { CallBody } from './call-page.tsx'
import { MailSheet } from './mail-sheet.tsx'

const roles = ['applicant', 'recommender', 'expert', 'approver'] as const
type Role = (typeof roles)[number]
const names = { applicant: 'asApplicant', recommender: 'asRecommender', expert: 'asExpert', approver: 'asApprover' } as const
const firstMail: Record<Role, BatchMailKey> = {
  applicant: 'stage-opened',
  recommender: 'stage-opened',
  expert: 'expert-invitation',
  approver: 'approval-request',
}

/** The batch before it is opened, as each of those who will take part sees it: the mail that brings them, and what they find. */
export default function Preview() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ as?: Role }>()
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
    <Show when={given.latest}>
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
              onChange={(as) => setSearch({ as: as === 'applicant' ? undefined : as })}
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
            <Switch>
              <Match when={role() === 'applicant'}>
                <CallBody batch={shown().call} />
                <For each={Object.values(shown().call.forms)}>
                  {(form) => (
                    <Show when={form}>
                      {(each) => (
                        <Card title={inLanguage(each().title)}>
                          <FormReader form={each()} values={{}} />
                        </Card>
                      )}
                    </Show>
                  )}
                </For>
              </Match>
              <Match when={role() === 'recommender'}>
                <AsRecommender host={shown().host} />
              </Match>
              <Match when={role() === 'expert'}>
                <AsExpert host={shown().host} />
              </Match>
              <Match when={role() === 'approver'}>
                <Card title={s('duties')}>
                  <p>{s('approverSees')}</p>
                </Card>
              </Match>
            </Switch>
          </div>
        </>
      )}
    </Show>
  )
}

function AsRecommender(props: { host: HostView }) {
  const stages = () => props.host.stages.filter(({ kind, on }) => kind === 'endorse' && on)
  return (
    <For each={stages()} fallback={<Card title={s('duties')}>{s('noEndorse')}</Card>}>
      {(stage) => (
        <Card title={inLanguage(stage.title)}>
          <ul class="list-disc pl-5">
            <Show when={stage.level && props.host.duties[stage.level]}>
              {(duty) => (
                <>
                  <li>{s('dutyOpinion', { count: duty().opinionMax })}</li>
                  <Show when={duty().ordered}>
                    <li>{s('dutyOrder')}</li>
                  </Show>
                  <Show when={duty().stampedScan}>
                    <li>{s('dutyScan')}</li>
                  </Show>
                </>
              )}
            </Show>
            <li>
              {s('dutyQuota')} <a href={`/app/batches/${props.host.id}/quotas`}>{t('quotas')}</a>
            </li>
          </ul>
        </Card>
      )}
    </For>
  )
}

function AsExpert(props: { host: HostView }) {
  const reviewed = () => props.host.stages.some(({ kind, on }) => kind === 'review' && on)
  const settings = () => props.host.settings
  return (
    <Card title={s('duties')}>
      <Show when={reviewed()} fallback={<p>{s('noReview')}</p>}>
        <ul class="list-disc pl-5">
          <li>{s(settings().applicantHiddenFromExpert ? 'applicantHidden' : 'applicantShown')}</li>
          <li>{s('expertHidden')}</li>
          <Show when={settings().secondStep}>
            <li>{s('secondStepOn')}</li>
          </Show>
        </ul>
        <p class="mt-4">{s('scoresBy')}</p>
        <ul>
          <For each={props.host.rubric?.criteria}>
            {(criterion) => (
              <li class="border-t border-line py-3">
                <p class="font-semibold" translate="no">
                  {inLanguage(criterion.title)}
                </p>
                <p class="text-sm text-soft">{s('scoreRange', { min: criterion.min, max: criterion.max, weight: criterion.weight })}</p>
                <p translate="no">{inLanguage(criterion.help)}</p>
                <ul class="mt-1 list-disc pl-5 text-sm text-soft" translate="no">
                  <For each={criterion.anchors}>
                    {(anchor) => (
                      <li>
                        {anchor.score} · {inLanguage(anchor.text)}
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
