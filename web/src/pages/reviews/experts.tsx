import Plus from 'lucide-solid/icons/plus'
import { createResource, createSignal, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/reviews.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { allExperts, expertsApi as api, type ListedExpert } from './office-api.ts'

const blank = { name: '', email: '', unit: '', code: '', fields: '', state: 'active' as 'active' | 'retired' }

/** The register of experts a unit keeps. */
export default function Experts() {
  const unit = () => me()?.active?.organisation.id
  const [rows, { refetch }] = createResource(unit, allExperts)
  const [editing, setEditing] = createSignal<ListedExpert | 'new' | null>(null)
  return (
    <>
      <PageHeader
        title={t('experts')}
        intro={t('expertsIntro')}
        actions={
          <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setEditing('new')}>
            {t('addExpert')}
          </Button>
        }
      />
      <Table
        caption={t('experts')}
        loading={rows.loading}
        rows={rows.latest ?? []}
        id={(row) => row.id}
        empty={<EmptyState title={t('noExperts')}>{t('noExpertsBody')}</EmptyState>}
        columns={[
          { key: 'name', title: t('name'), heading: true, cell: (row) => <span translate="no">{row.name}</span> },
          { key: 'email', title: t('email'), cell: (row) => <span translate="no">{row.email}</span> },
          { key: 'unit', title: t('unit'), cell: (row) => <span translate="no">{row.unit.name}</span> },
          { key: 'fields', title: t('fields'), cell: (row) => <span translate="no">{row.fields.join(', ')}</span> },
          {
            key: 'state',
            title: t('state'),
            cell: (row) => (
              <Badge tone={row.state === 'active' ? 'good' : 'plain'}>{t(row.state === 'active' ? 'active' : 'retired')}</Badge>
            ),
          },
          {
            key: 'act',
            title: t('editExpert'),
            actions: true,
            cell: (row) => (
              <Button small onClick={() => setEditing(row)}>
                {t('editExpert')}
                <span class="sr-only"> {row.name}</span>
              </Button>
            ),
          },
        ]}
      />
      <Show when={editing()} keyed>
        {(expert) => <Editor organisation={unit() ?? ''} expert={expert} onClose={() => setEditing(null)} onSaved={refetch} />}
      </Show>
    </>
  )
}

function Editor(props: { organisation: string; expert: ListedExpert | 'new'; onClose: () => void; onSaved: () => void }) {
  const given = props.expert === 'new' ? undefined : props.expert
  const [entry, setEntry] = createSignal(
    given
      ? {
          name: given.name,
          email: given.email,
          unit: given.unit.name,
          code: given.unit.code ?? '',
          fields: given.fields.join(', '),
          state: given.state === 'retired' ? ('retired' as const) : ('active' as const),
        }
      : blank,
  )
  const set = (part: Partial<typeof blank>) => setEntry({ ...entry(), ...part })
  const act = actKey()
  const save = async () => {
    const { name, email, unit, code, fields, state } = entry()
    const json = {
      name: name.trim(),
      email: email.trim(),
      unit: { name: unit.trim(), ...(code.trim() && { code: code.trim() }) },
      fields: fields.split(/[,，、\s]+/).filter(Boolean),
    }
    if (given)
      await answer(
        api.organisations[':organisation'].experts[':expert'].$put(
          { param: { organisation: props.organisation, expert: given.id }, json: { ...json, state } },
          act.options(),
        ),
      )
    else
      await answer(api.organisations[':organisation'].experts.$post({ param: { organisation: props.organisation }, json }, act.options()))
    act.done()
    props.onSaved()
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={given ? t('editExpert') : t('addExpert')}
      action={t('save')}
      disabled={entry().name.trim().length < 2 || !entry().email.includes('@') || entry().unit.trim().length < 2}
      onConfirm={save}
    >
      <TextField label={t('name')} required value={entry().name} onInput={(name) => set({ name })} />
      <TextField label={t('email')} type="email" required value={entry().email} onInput={(email) => set({ email })} />
      <TextField label={t('unit')} required value={entry().unit} onInput={(unit) => set({ unit })} />
      <TextField
        label={t('unitCode')}
        help={t('unitCodeHelp')}
        inputMode="numeric"
        value={entry().code}
        onInput={(code) => set({ code })}
      />
      <TextField label={t('fields')} help={t('fieldsHelp')} value={entry().fields} onInput={(fields) => set({ fields })} />
      <Show when={given}>
        <RadioGroup
          label={t('state')}
          unmarked
          inline
          value={entry().state}
          options={[
            { value: 'active', label: t('active') },
            { value: 'retired', label: t('retired') },
          ]}
          onChange={(state) => set({ state })}
        />
      </Show>
    </ConfirmDialog>
  )
}
