import { useParams, useSearchParams } from '@solidjs/router'
import { createSignal, onCleanup, Show } from 'solid-js'
import Undo from '~icons/lucide/undo-2'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/board.ts'
import { Quoting } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select, Switch } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Filters, type SetFilter } from '../../ui/filters.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { SkeletonTable } from '../../ui/skeleton.tsx'
import { AssignByName } from './assign-by-name.tsx'
import { BoardGrid, Marks } from './board-grid.tsx'
import { BoardList } from './board-list.tsx'
import { atOnce, type BoardRow, createBoard } from './board-state.ts'

/** Who reviews what in a category: experts and submissions with what each has, changed by hand, the last change with its way back. */
export default function BoardPage() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ category?: string; field?: string; short?: string; from?: string }>()
  const from = () => Math.max(0, Number(search.from ?? 0) || 0)
  const board = createBoard(() => ({ batch: params.batch, category: search.category, from: from() }))
  const [naming, setNaming] = createSignal<BoardRow | null>(null)
  const narrow = window.matchMedia('(max-width: 900px)')
  const [asList, setAsList] = createSignal(narrow.matches)
  const look = () => setAsList(narrow.matches)
  narrow.addEventListener('change', look)
  onCleanup(() => narrow.removeEventListener('change', look))

  /** An expert may also have fields of other calls; here only those of this batch are told apart. */
  const fields = () => [...new Set((board.board()?.experts ?? []).flatMap((expert) => expert.fields))].filter(category).sort()
  const category = (key: string) => board.board()?.categories.find((each) => each.key === key)
  const fieldName = (field: string) => {
    const found = category(field)
    return found ? inLanguage(found.title) : field
  }
  /** Who holds something stays in sight, whatever became of the invitation. */
  const experts = () =>
    (board.board()?.experts ?? []).filter(
      ({ fields, state, revokedAt, assigned }) =>
        (assigned > 0 || (state !== 'declined' && !revokedAt)) && (!search.field || fields.length === 0 || fields.includes(search.field)),
    )
  const rows = () => (board.board()?.rows ?? []).filter((row) => !search.short || board.short(row))
  /** Nothing on it can be changed any more, or at present. */
  const still = () => {
    const all = board.board()?.rows ?? []
    return board.notNow() !== undefined || (all.length > 0 && all.every(({ settled }) => settled))
  }
  const set = (): SetFilter[] => [
    ...(search.field ? [{ key: 'field', label: fieldName(search.field), clear: () => setSearch({ field: undefined }) }] : []),
    ...(search.short ? [{ key: 'short', label: t('shortFilter'), clear: () => setSearch({ short: undefined }) }] : []),
  ]
  const parts = () => ({
    board,
    batch: params.batch,
    rows: rows(),
    experts: experts(),
    wanted: board.board()?.perSubmission ?? 0,
    onByName: setNaming,
  })
  return (
    <>
      <HostedHeader
        batch={params.batch}
        within="review"
        title={t('board')}
        intro={t(still() ? 'boardStill' : asList() ? 'boardListIntro' : 'boardIntro')}
        crumbs={[{ label: t('review'), href: `/batches/${params.batch}/review` }]}
      />
      <Show when={board.problem()}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
      <Filters label={t('filters')} set={set()} onClear={() => setSearch({ field: undefined, short: undefined })}>
        <div class="filters-first">
          <Select
            label={t('category')}
            unmarked
            empty={false}
            value={board.board()?.category ?? search.category ?? ''}
            options={(board.board()?.categories ?? []).map(({ key, title }) => ({ value: key, label: inLanguage(title) }))}
            onChange={(key) => setSearch({ category: key ?? undefined, from: undefined })}
          />
        </div>
        <Select
          label={t('field')}
          unmarked
          value={search.field ?? null}
          empty={t('anyField')}
          options={fields().map((field) => ({ value: field, label: fieldName(field) }))}
          onChange={(field) => setSearch({ field: field ?? undefined })}
        />
        <Switch label={t('shortOnly')} checked={search.short !== undefined} onChange={(on) => setSearch({ short: on ? '1' : undefined })} />
      </Filters>
      <Show when={!still()}>
        <div class="board-said">
          <p role="status">
            <Quoting text={board.said() || t('noChange')} />
          </p>
          <Button small icon={<Undo />} disabled={board.last() === null || board.busy()} onClick={() => void board.undo()}>
            {t('undo')}
          </Button>
        </div>
      </Show>
      <Show when={board.board()} fallback={<SkeletonTable rows={8} />}>
        {(known) => (
          <>
            <NotNow why={board.notNow()} />
            <Show
              when={rows().length > 0}
              fallback={
                known().total > 0 ? (
                  <EmptyState title={t('noneShort')} />
                ) : (
                  <EmptyState title={t('nothing')}>{t(known().past ? 'nonePastBody' : 'noneBody')}</EmptyState>
                )
              }
            >
              <Show when={experts().length > 0} fallback={<EmptyState title={t('noExperts')}>{t('noExpertsBody')}</EmptyState>}>
                <Show when={!asList()} fallback={<BoardList {...parts()} />}>
                  <BoardGrid {...parts()} />
                  <Marks rows={rows()} />
                  <Show when={!still()}>
                    <p class="by-keys no-print mt-2 text-soft">{t('keys')}</p>
                  </Show>
                </Show>
              </Show>
            </Show>
            <Show when={known().total > atOnce}>
              <nav class="mt-4 flex flex-wrap items-center gap-3" aria-label={t('submission')}>
                <Button
                  small
                  disabled={from() === 0}
                  onClick={() => setSearch({ from: from() > atOnce ? String(from() - atOnce) : undefined })}
                >
                  {t('before')}
                </Button>
                <span class="text-soft">
                  {t('range', { from: from() + 1, to: Math.min(from() + atOnce, known().total), total: known().total })}
                </span>
                <Button small disabled={from() + atOnce >= known().total} onClick={() => setSearch({ from: String(from() + atOnce) })}>
                  {t('next')}
                </Button>
              </nav>
            </Show>
          </>
        )}
      </Show>
      <Show when={naming()} keyed>
        {(row) => <AssignByName board={board} row={row} experts={experts()} onClose={() => setNaming(null)} />}
      </Show>
    </>
  )
}
