import { For, Show } from 'solid-js'
import Download from '~icons/lucide/download'
import { t } from '../../i18n/imports.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Table } from '../../ui/table.tsx'
import { annotatedSheet, type Finding, type ImportKind, type Plan } from './import-api.ts'

const accountTitles = { code: 'code', email: 'email', name: 'name', roles: 'roles' } as const
const registerTitles = {
  code: 'institutionCode',
  name: 'institutionName',
  province: 'province',
  department: 'department',
  city: 'city',
  level: 'level',
  remarks: 'remarks',
} as const
function columnTitle(kind: ImportKind, column: string): string {
  const titles: Record<string, Parameters<typeof t>[0] | undefined> = kind === 'accounts' ? accountTitles : registerTitles
  const key = titles[column] as (typeof accountTitles)['code'] | undefined
  return key ? t(key) : ''
}

/** What a sheet would do, and what is wrong with it, before anything is carried out. */
export function ImportPlan(props: { unit: string; kind: ImportKind; plan: Plan }) {
  const lines = () => {
    const { plan, kind } = props
    const said = [t('records', { count: plan.account?.records ?? plan.records })]
    if (kind === 'accounts') return [...said, t('invite', { count: plan.create })]
    const changes = [
      t('create', { count: plan.create }),
      t('change', { count: plan.change ?? 0 }),
      t('unchanged', { count: plan.unchanged ?? 0 }),
    ]
    const supervisors = plan.supervisors?.length ?? 0
    return [...said, ...changes, ...(supervisors > 0 ? [t('supervisors', { count: supervisors })] : [])]
  }
  return (
    <>
      <ul class="mb-4 list-disc pl-5">
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={props.plan.problemCount > 0} fallback={<Banner tone="good">{t('noProblems')}</Banner>}>
        <Banner
          tone="warn"
          title={t('problems', { count: props.plan.problemCount })}
          actions={<Annotated {...props} id={props.plan.import} />}
        >
          <p>{t('annotatedHelp')}</p>
        </Banner>
        <Findings title={t('problemsTitle')} kind={props.kind} findings={props.plan.problems} all={props.plan.problemCount} />
      </Show>
      <Show when={(props.plan.oddityCount ?? 0) > 0}>
        <details class="mt-5">
          <summary>{t('oddities', { count: props.plan.oddityCount ?? 0 })}</summary>
          <Findings title={t('odditiesTitle')} kind={props.kind} findings={props.plan.oddities ?? []} all={props.plan.oddityCount ?? 0} />
        </details>
      </Show>
    </>
  )
}

/** The sheet as it came, with remarks; the server sends it as a file. */
export function Annotated(props: { unit: string; kind: ImportKind; id: string }) {
  return (
    <a class="button button-secondary" href={annotatedSheet(props.unit, props.kind, props.id)} download="">
      <Download />
      {t('annotated')}
    </a>
  )
}

function Findings(props: { title: string; kind: ImportKind; findings: readonly Finding[]; all: number }) {
  return (
    <section class="mt-5">
      <h3 class="mb-3">{props.title}</h3>
      <Table
        caption={props.title}
        rows={props.findings}
        id={(row) => `${row.row} ${row.column} ${row.text.en}`}
        columns={[
          { key: 'row', title: t('row'), heading: true, cell: (row: Finding) => t('rowAt', { row: row.row }) },
          { key: 'column', title: t('column'), cell: (row: Finding) => columnTitle(props.kind, row.column) },
          { key: 'what', title: t('what'), cell: (row: Finding) => <span translate="no">{inLanguage(row.text)}</span> },
        ]}
      />
      <Show when={props.all > props.findings.length}>
        <p class="mt-3 text-soft">{t('firstOnes', { count: props.findings.length })}</p>
      </Show>
    </section>
  )
}
