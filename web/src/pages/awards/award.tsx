import { useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import Plus from '~icons/lucide/plus'
import { factsUnder, type Text } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { Known } from '../../data/known.tsx'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/awards.ts'
import { day, moment } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, Facts, PageHeader } from '../../ui/page-header.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { type Attached, Attaching } from './attaching.tsx'
import { api, tones } from './award-api.ts'
import { checksOf } from './checks.tsx'
import { PostFiles } from './post-files.tsx'

/** One award: its certificate, what it owes and by when, and the diary of the work. */
export default function AwardPage() {
  const params = useParams<{ award: string }>()
  const [given, { refetch }] = createKept(
    () => params.award,
    (award) => answer(api.awards[':award'].$get({ param: { award } })),
  )
  const [posting, setPosting] = createSignal(false)
  const [taking, setTaking] = createSignal<string | null>(null)
  const [reason, setReason] = createSignal('')
  const [revoking, setRevoking] = createSignal(false)
  const hosts = () => given.latest?.award.host.id === me()?.active?.organisation.id && (holds('administrator') || holds('operator'))
  const own = () => given.latest?.award.unit.id === me()?.active?.organisation.id
  const [checks] = createResource(
    () => (own() ? given.latest?.award.batch : undefined),
    (batch) => checksOf(batch, 'open'),
  )
  const collects = ({ state, now, collectCloses }: { state: string; now?: unknown; collectCloses?: string | null }) =>
    state === 'open' && now !== undefined && (collectCloses == null || Date.parse(collectCloses) > Date.now())
  /** The batches in which one may report now on what is owed. */
  const reportsFor = (owed: { state: string; template?: string | undefined }) =>
    running() && owed.state === 'open'
      ? (checks.latest ?? []).filter((check) => collects(check) && check.template.key === owed.template)
      : []
  /** What was still owed when the award ended is asked for no more. */
  const dutyState = ({ state }: { state: string }) => (state === 'met' ? 'met' : running() ? 'owed' : 'lapsed')
  const running = () => given.latest?.award.state === 'open' || given.latest?.award.state === 'extended'
  return (
    <Known of={given.latest}>
      {(whole) => (
        <>
          <PageHeader
            title={whole().award.title}
            own
            crumbs={[{ label: t('ours'), href: '/awards' }]}
            state={<Badge tone={tones[whole().award.state]}>{t(whole().award.state)}</Badge>}
            intro={<span translate="no">{factsUnder(whole().award.title, [whole().award.unit.name, whole().award.institution.name])}</span>}
            actions={
              <>
                <a href={`/certificates/${whole().award.number}.html`}>{t('certificate')}</a>
                <Show when={whole().award.certificate}>{(path) => <a href={`/${path()}`}>{t('certificateZh')}</a>}</Show>
                <Show when={whole().award.certificateEn}>{(path) => <a href={`/${path()}`}>{t('certificateEn')}</a>}</Show>
                <Show when={whole().award.acceptance}>
                  {(accepted) => (
                    <>
                      <a href={`/certificates/${accepted().number}.html`}>{t('acceptance')}</a>
                      <Show when={accepted().certificate}>{(path) => <a href={`/${path()}`}>{t('acceptanceZh')}</a>}</Show>
                      <Show when={accepted().certificateEn}>{(path) => <a href={`/${path()}`}>{t('acceptanceEn')}</a>}</Show>
                    </>
                  )}
                </Show>
                <Show when={hosts() && whole().award.state !== 'revoked'}>
                  <Button kind="danger" onClick={() => setRevoking(true)}>
                    {t('revoke')}
                  </Button>
                </Show>
              </>
            }
          />
          <Card>
            <Facts
              facts={[
                { key: 'number', label: t('number'), value: <span translate="no">{whole().award.number}</span> },
                { key: 'batch', label: t('batch'), value: <span translate="no">{whole().award.batchTitle}</span> },
                { key: 'category', label: t('category'), value: inLanguage(whole().award.categoryTitle) },
                { key: 'granted', label: t('granted'), value: day(whole().award.grantedAt) },
                { key: 'ends', label: t('ends'), value: day(whole().award.ends) },
                ...gradeOf(whole().award.gradeTitle),
              ]}
            />
          </Card>
          <Show when={whole().obligations.length > 0}>
            <Card title={t('duties')}>
              <ul class="flex flex-col">
                <For each={whole().obligations.toSorted((a, b) => (a.due < b.due ? -1 : 1))}>
                  {(obligation) => (
                    <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
                      <span>{inLanguage(obligation.title)}</span>
                      <span class="flex flex-wrap items-center gap-3">
                        <span class="whitespace-nowrap text-soft">
                          {t('due')} {day(obligation.due)}
                        </span>
                        <Badge tone={dutyTones[dutyState(obligation)]}>{t(dutyState(obligation))}</Badge>
                        <For each={reportsFor(obligation)}>
                          {(check) => (
                            <LinkButton small kind="primary" href={`/batches/${check.id}/apply`}>
                              {t('report')}
                              <span class="sr-only"> {inLanguage(obligation.title)}</span>
                            </LinkButton>
                          )}
                        </For>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Card>
          </Show>
          <Card
            title={t('posts')}
            actions={
              <span class="flex flex-wrap items-center gap-3">
                <Show when={whole().award.publicWorkPage}>
                  <a href={`/works/${whole().award.id}.html`}>{t('publicPage')}</a>
                </Show>
                <Show when={own() && running()}>
                  <Button kind="primary" icon={<Plus />} onClick={() => setPosting(true)}>
                    {t('add')}
                  </Button>
                </Show>
              </span>
            }
          >
            <p class="mb-3 text-soft">{t('postsIntro')}</p>
            <For each={whole().posts} fallback={<EmptyState title={t('noPosts')}>{t('noPostsBody')}</EmptyState>}>
              {(post) => (
                <article class="border-b border-line py-4 last:border-0">
                  <h3 translate="no">{post.title}</h3>
                  <p class="text-soft">{moment(post.at)}</p>
                  <Show
                    when={post.state === 'public'}
                    fallback={
                      <p class="text-soft">
                        <Quoting text={t('withdrawn', { reason: quoted(post.reason ?? '') })} />
                      </p>
                    }
                  >
                    <p class="mt-2 max-w-prose whitespace-pre-line" translate="no">
                      {post.text}
                    </p>
                    <PostFiles award={params.award} files={post.files} />
                    <Show when={own()}>
                      <Button small kind="quiet" onClick={() => setTaking(post.post)}>
                        {t('withdraw')}
                        <AlsoSaid>{post.title}</AlsoSaid>
                      </Button>
                    </Show>
                  </Show>
                </article>
              )}
            </For>
          </Card>
          <Show when={posting()}>
            <Posting award={params.award} onClose={() => setPosting(false)} onDone={refetch} />
          </Show>
          <ConfirmDialog
            open={revoking()}
            onClose={() => setRevoking(false)}
            title={t('revoke')}
            action={t('revoke')}
            danger
            disabled={reason().trim().length < 2}
            onConfirm={async () => {
              await answer(api.awards[':award'].revoke.$post({ param: { award: params.award }, json: { reason: reason().trim() } }))
              setReason('')
              await refetch()
            }}
          >
            <p>{t('revokeBody')}</p>
            <TextArea label={t('reason')} required rows={3} value={reason()} onInput={setReason} />
          </ConfirmDialog>
          <ConfirmDialog
            open={taking() !== null}
            onClose={() => setTaking(null)}
            title={t('withdraw')}
            action={t('withdraw')}
            danger
            disabled={reason().trim().length < 2}
            onConfirm={async () => {
              await answer(
                api.awards[':award'].posts[':post'].withdraw.$post({
                  param: { award: params.award, post: taking() ?? '' },
                  json: { reason: reason().trim() },
                }),
              )
              setReason('')
              await refetch()
            }}
          >
            <p>{t('withdrawBody')}</p>
            <TextArea label={t('reason')} required rows={2} value={reason()} onInput={setReason} />
          </ConfirmDialog>
        </>
      )}
    </Known>
  )
}

function Posting(props: { award: string; onClose: () => void; onDone: () => void }) {
  const [title, setTitle] = createSignal('')
  const [text, setText] = createSignal('')
  const [files, setFiles] = createSignal<readonly Attached[]>([])
  const act = actKey()
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('add')}
      action={t('publish')}
      disabled={title().trim().length < 2 || text().trim().length < 10}
      onConfirm={async () => {
        await answer(
          api.awards[':award'].posts.$post(
            { param: { award: props.award }, json: { title: title().trim(), text: text().trim(), files: files().map(({ id }) => id) } },
            act.options(),
          ),
        )
        act.done()
        props.onDone()
      }}
    >
      <TextField label={t('postTitle')} required max={100} value={title()} onInput={setTitle} />
      <TextArea label={t('postText')} required max={20_000} rows={8} value={text()} onInput={setText} />
      <Attaching award={props.award} files={files()} onChange={setFiles} />
    </ConfirmDialog>
  )
}

const gradeOf = (grade: Text | undefined) => (grade ? [{ key: 'grade', label: t('grade'), value: inLanguage(grade) }] : [])
const dutyTones = { met: 'good', owed: 'warn', lapsed: 'plain' } as const
