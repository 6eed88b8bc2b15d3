import { For, Show } from 'solid-js'
import { departs } from '../../../../shared/decisions/rules.ts'
import { between } from '../../../../shared/text.ts'
import { t } from '../../i18n/approval.ts'
import { moment } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Card, Facts } from '../../ui/page-header.tsx'
import { Lines } from './lines.tsx'
import { outcomeName, type SheetPage } from './sheet-api.ts'

/** A sheet as it is read by whoever confirms it: how it came about, where it departs from the ranking, every line. */
export function ApprovalSheet(props: { page: SheetPage; loading?: boolean }) {
  return (
    <>
      <Came page={props.page} />
      <Show when={props.page.sheet.reviewed}>
        <Departures page={props.page} />
      </Show>
      <Lines page={props.page} loading={props.loading} />
    </>
  )
}

/** How the sheet came about, stage by stage, in figures. */
function Came(props: { page: SheetPage }) {
  const counts = () => props.page.rows.map(({ reviews }) => reviews)
  const reviews = () => counts().reduce((sum, count) => sum + count, 0)
  const least = () => Math.min(...counts())
  const sheet = () => props.page.sheet
  const results = () =>
    sheet()
      .outcomes.map(({ key }) => ({ key, count: props.page.rows.filter(({ outcome }) => outcome === key).length }))
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => t('outcomeCount', { outcome: outcomeName(key, sheet().outcomes), count }))
      .join(t('comma'))
  return (
    <Card title={t('came')}>
      <Facts
        facts={[
          { key: 'screened', label: t('screened'), value: t('screenedBody', { count: props.page.total }) },
          ...(sheet().checked.length > 0
            ? [{ key: 'checked', label: t('checked'), value: sheet().checked.map(inLanguage).join(t('list')) }]
            : []),
          {
            key: 'reviewed',
            label: t('reviewed'),
            value: t('reviewedBody', {
              count: reviews(),
              least: counts().length > 0 ? least() : 0,
              method: t(sheet().method === 'mean' ? 'mean' : 'trimmed'),
            }),
          },
          { key: 'decided', label: t('decided'), value: results() || '–' },
          ...(sheet().places === undefined ? [] : [{ key: 'places', label: t('places'), value: String(sheet().places) }]),
          ...(sheet().sentAt
            ? [
                {
                  key: 'sent',
                  label: t('sent'),
                  value: (
                    <Quoting
                      text={t('sentBy', {
                        host: quoted(sheet().host),
                        name: quoted(sheet().sentBy ?? ''),
                        time: moment(sheet().sentAt ?? ''),
                      })}
                    />
                  ),
                },
              ]
            : []),
          { key: 'sha', label: t('fingerprint'), value: <code class="break-all text-sm">{sheet().sha256 ?? '–'}</code> },
        ]}
      />
    </Card>
  )
}

/** Where the leading group did not follow the ranking, with its reason: what an approver looks at first. */
function Departures(props: { page: SheetPage }) {
  const departing = () => props.page.rows.filter((line) => line.decided && departs(line, props.page.sheet.reviewed))
  return (
    <Card title={t('departures', { count: departing().length })}>
      <Show when={departing().length > 0} fallback={<p>{t('noDepartures')}</p>}>
        <ul class="departures">
          <For each={departing()}>
            {(line) => (
              <li>
                <p>
                  <strong translate="no">{line.title}</strong>
                  <span class="text-soft">
                    {' '}
                    <span translate="no">{line.institution}</span>
                    {between}
                    {t('rank', { rank: line.rank })}
                    {between}
                    {outcomeName(line.outcome, props.page.sheet.outcomes)}
                  </span>
                </p>
                <p translate="no">{line.reason}</p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
