import { For, Show } from 'solid-js'
import CircleCheck from '~icons/lucide/circle-check'
import CircleDashed from '~icons/lucide/circle-dashed'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import type { HostView } from './batch-api.ts'

/** Where on the page a missing thing is set. */
const placeOf = { stages: 'dates', categories: 'categories', rubric: 'rubric', quotas: 'quotas', source: 'basics' } as const
const parts = ['basics', 'dates', 'categories', 'quotas', 'settings', 'rubric', 'mails'] as const
type Part = (typeof parts)[number]

/** What is missing before the batch can be opened, part by part, each leading to where it is set. */
export function Checklist(props: { batch: HostView; dirty: ReadonlySet<string> }) {
  const shown = () => parts.filter((part) => part !== 'rubric' || props.batch.stages.some(({ kind, on }) => kind === 'review' && on))
  const missing = (part: Part) => props.batch.missing.filter(({ section }) => placeOf[section] === part)
  const name = (part: Part) => (part === 'rubric' || part === 'mails' ? s(part) : t(part))
  const go = (event: MouseEvent, part: Part) => {
    event.preventDefault()
    const place = document.getElementById(part)
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  return (
    <aside class="setup-check">
      <Card title={t('checklist')}>
        <Show when={props.batch.missing.length === 0}>
          <Banner tone="good">{t('ready')}</Banner>
        </Show>
        <nav aria-label={s('parts')}>
          <ol class="mt-3 flex flex-col gap-3">
            <For each={shown()}>
              {(part) => (
                <li class="flex gap-2">
                  <Show when={missing(part).length > 0} fallback={<CircleCheck class="check-icon text-good" />}>
                    <CircleDashed class="check-icon text-warn" />
                  </Show>
                  <div class="min-w-0">
                    <a href={`#${part}`} onClick={(event) => go(event, part)}>
                      {name(part)}
                    </a>
                    <span class="sr-only">
                      {' '}
                      {missing(part).length > 0 ? s('missingHere', { count: missing(part).length }) : s('complete')}
                    </span>
                    <Show when={props.dirty.has(part)}>
                      <span class="block text-sm text-warn">{s('unsaved')}</span>
                    </Show>
                    <ul class="text-sm text-soft">
                      <For each={missing(part)}>{(each) => <li>{inLanguage(each)}</li>}</For>
                    </ul>
                  </div>
                </li>
              )}
            </For>
          </ol>
        </nav>
      </Card>
    </aside>
  )
}
