import { createResource, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { t } from '../../i18n/decisions.ts'
import { Card, Facts } from '../../ui/page-header.tsx'
import { officeApi as api } from './sheet-api.ts'

const width = 320
const height = 40

const spread = (points: number | null | undefined) => (points == null ? '–' : t('points', { count: points.toFixed(1) }))

/** How far the experts of a category agree: figures of the panel as a whole; its leanings are dots without names. */
export function PanelCard(props: { batch: string; category: string }) {
  const [found] = createResource(
    () => [props.batch, props.category] as const,
    ([batch, key]) => answer(api.batches[':batch'].categories[':key'].panel.$get({ param: { batch, key } })),
  )
  const reach = () => Math.max(5, ...(found.latest?.leanings ?? []).map(({ by }) => Math.abs(by)))
  const x = (by: number) => width / 2 + ((width / 2 - 8) * by) / reach()
  return (
    <Known of={found.latest}>
      {(panel) => (
        <Card title={t('panel')}>
          <Facts
            facts={[
              { key: 'experts', label: t('panelExperts'), value: t('people', { count: panel().experts }) },
              { key: 'reviews', label: t('reviews'), value: t('papers', { count: panel().reviews }) },
              { key: 'spread', label: t('panelSpread'), value: spread(panel().spread) },
              { key: 'apart', label: t('panelApart'), value: t('items', { count: panel().apart }) },
            ]}
          />
          <Show when={panel().leanings.length > 0} fallback={<p class="mt-3 text-soft">{t('panelFew')}</p>}>
            <figure class="mt-4">
              <svg
                class="panel-picture"
                viewBox={`0 0 ${width} ${height}`}
                role="img"
                aria-label={t('panelPicture', { reach: reach().toFixed(1) })}
              >
                <line class="interval-axis" x1="8" x2={width - 8} y1={height / 2} y2={height / 2} />
                <line class="interval-axis" x1={width / 2} x2={width / 2} y1="4" y2={height - 4} />
                {panel().leanings.map(({ by }) => (
                  <circle class="panel-dot" cx={x(by)} cy={height / 2} r="5" />
                ))}
              </svg>
              <figcaption class="max-w-prose text-soft">{t('panelNote', { reach: reach().toFixed(1) })}</figcaption>
            </figure>
          </Show>
        </Card>
      )}
    </Known>
  )
}
