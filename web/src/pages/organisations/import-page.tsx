import { useParams } from '@solidjs/router'
import { createEffect, For, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { sentenceOf } from '../../data/refused.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/imports.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Progress, Stepper } from '../../ui/progress.tsx'
import type { ImportKind, Refusal } from './import-api.ts'
import { Annotated, ImportPlan } from './import-plan.tsx'
import { createImport } from './import-run.ts'
import { SheetChooser } from './sheet-chooser.tsx'

/** Imports a sheet: the register of institutions, or accounts for the units below. */
export default function ImportPage() {
  const params = useParams<{ of: string }>()
  const kind = (): ImportKind => (params.of === 'register' ? 'register' : 'accounts')
  const unit = () => me()?.active?.organisation.id
  const allowed = () => holds('administrator') && (kind() === 'accounts' || me()?.active?.organisation.kind === 'national')
  return (
    <>
      <PageHeader
        title={t(kind())}
        crumbs={[{ label: t('crumb'), href: '/units' }]}
        intro={t(kind() === 'register' ? 'registerIntro' : 'accountsIntro')}
      />
      <Show when={allowed()} fallback={<Banner tone="bad">{t('notAllowed')}</Banner>}>
        <Show when={`${unit()} ${kind()}`} keyed>
          <Importing unit={unit() ?? ''} kind={kind()} person={me()?.person.id ?? ''} />
        </Show>
      </Show>
    </>
  )
}

const steps = { choose: 0, checking: 0, plan: 1, running: 2, stopped: 2, done: 3 } as const

function Importing(props: { unit: string; kind: ImportKind; person: string }) {
  const run = createImport(props.unit, props.kind, props.person)
  let part: HTMLDivElement | undefined
  // What comes next takes the focus, so that it is read and the keyboard goes on from there.
  createEffect(on(run.step, (step) => step !== 'checking' && queueMicrotask(() => part?.focus({ preventScroll: true })), { defer: true }))
  const warn = (event: BeforeUnloadEvent) => run.step() === 'running' && event.preventDefault()
  window.addEventListener('beforeunload', warn)
  onCleanup(() => window.removeEventListener('beforeunload', warn))
  const count = () => run.plan()?.create ?? 0
  const toDo = () => count() + (run.plan()?.change ?? 0)
  return (
    <>
      <div class="mb-5">
        <Stepper label={t('steps')} steps={[t('step1'), t('step2'), t('step3')]} current={steps[run.step()]} />
      </div>
      <div ref={part} tabindex="-1" class="outline-none">
        <Switch>
          <Match when={run.step() === 'choose' || run.step() === 'checking'}>
            <Card title={t('step1')}>
              <SheetChooser kind={props.kind} busy={run.step() === 'checking'} file={run.file()} onFile={run.take} />
              <Show when={run.problem()}>
                <div class="mt-4">
                  <Banner tone="bad">{sentenceOf(run.problem())}</Banner>
                </div>
              </Show>
            </Card>
          </Match>
          <Match when={run.step() === 'plan' && run.plan()}>
            {(plan) => (
              <Card title={t('plan')}>
                <p class="mb-3 break-all text-soft" translate="no">
                  {run.file()}
                </p>
                <ImportPlan unit={props.unit} kind={props.kind} plan={plan()} />
                <Show when={plan().next === null || toDo() === 0}>
                  <div class="mt-5">
                    <Banner tone="info">{t(plan().problemCount > 0 ? 'nothing' : 'nothingToDo')}</Banner>
                  </div>
                </Show>
                <div class="mt-5 flex flex-wrap gap-3">
                  <Show when={plan().next !== null && toDo() > 0}>
                    <Button kind="primary" onClick={() => void run.begin()}>
                      {props.kind === 'register' ? t('carryOutRegister', { count: toDo() }) : t('carryOutAccounts', { count: count() })}
                    </Button>
                  </Show>
                  <Button onClick={run.forget}>{t('another')}</Button>
                </div>
              </Card>
            )}
          </Match>
          <Match when={run.step() === 'done' && run.begun()}>
            {(begun) => (
              <Card title={t('done')}>
                <Summary kind={props.kind} begun={begun()} />
                <div class="mt-5 flex flex-wrap gap-3">
                  <LinkButton kind="primary" href={props.kind === 'accounts' ? '/units?part=accounts' : '/units'}>
                    {t('toUnits')}
                  </LinkButton>
                  <Show when={begun().problemCount + begun().total.refused > 0}>
                    <Annotated unit={props.unit} kind={props.kind} id={begun().import} />
                  </Show>
                  <Button onClick={run.forget}>{t('next')}</Button>
                </div>
              </Card>
            )}
          </Match>
          <Match when={run.begun()}>
            {(begun) => (
              <Card title={t('step3')}>
                <Show
                  when={run.step() === 'running'}
                  fallback={
                    <div class="mb-5">
                      <Banner tone={run.problem() ? 'bad' : 'warn'}>
                        <strong class="block break-all">
                          <Quoting text={t('unfinished', { file: quoted(begun().file) })} />
                        </strong>
                        <Show when={run.problem()}>
                          <p>{sentenceOf(run.problem())}</p>
                        </Show>
                        <p>{t('unfinishedBody', { done: handled(begun()), count: begun().records })}</p>
                      </Banner>
                    </div>
                  }
                >
                  <p class="mb-4">{t('runningNote')}</p>
                </Show>
                <Progress label={t('running')} value={handled(begun())} max={begun().records} />
                <Show when={run.step() === 'stopped'}>
                  <div class="mt-5 flex flex-wrap gap-3">
                    <Button kind="primary" onClick={() => void run.goOn()}>
                      {t('goOn')}
                    </Button>
                    <Button onClick={run.forget}>{t('giveUp')}</Button>
                  </div>
                </Show>
              </Card>
            )}
          </Match>
        </Switch>
      </div>
    </>
  )
}

type Begun = NonNullable<ReturnType<ReturnType<typeof createImport>['begun']>>
const handled = ({ next, records }: Begun): number => next ?? records

/** What an import did, and what it could not do. */
function Summary(props: { kind: ImportKind; begun: Begun }) {
  const lines = () => {
    const { created, changed, unchanged } = props.begun.total
    if (props.kind === 'accounts') return [t('invitedPeople', { count: created }), t('alreadyPeople', { count: unchanged })]
    return [t('createdUnits', { count: created }), t('changedUnits', { count: changed }), t('unchangedUnits', { count: unchanged })]
  }
  return (
    <>
      <Banner tone="good">
        <ul>
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Banner>
      <Show when={props.begun.problemCount > 0}>
        <p class="mt-4">{t('skipped', { count: props.begun.problemCount })}</p>
      </Show>
      <Show when={props.begun.total.refused > 0}>
        <p class="mt-4">{t('refused', { count: props.begun.total.refused })}</p>
        <ul class="mt-2 list-disc pl-5">
          <For each={props.begun.refusals}>
            {(refusal: Refusal) => (
              <li>
                {t('rowAt', { row: refusal.row })}
                {between}
                <span translate="no">{inLanguage(refusal)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
