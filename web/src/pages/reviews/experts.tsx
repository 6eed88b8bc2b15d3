import { createResource, createSignal, Show } from 'solid-js'
import Plus from '~icons/lucide/plus'
import { type Field, fieldsOf } from '../../../../shared/reviews/fields.ts'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { searchUnits } from '../../data/search-units.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/reviews.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmailAddress } from '../../ui/email-address.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Found, OrganisationPicker } from '../../ui/organisation-picker.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { allExperts, expertsApi as api, type ListedExpert, templatesApi } from './office-api.ts'

const blank = {
  name: '',
  email: '',
  /** Chosen from the register; else its name is written. */
  found: null as Found | null,
  outside: false,
  unit: '',
  fields: [] as string[],
  state: 'active' as 'active' | 'retired',
}

/** The register of experts a unit keeps. */
export default function Experts() {
  const unit = () => me()?.active?.organisation.id
  const [rows, { refetch }] = createKept(unit, allExperts)
  /** The categories of all calls, by name: what experts review. */
  const [fields] = createResource(async () => fieldsOf((await answer(templatesApi.templates.$get())).rows))
  const called = (key: string) => {
    const found = fields.latest?.find((each) => each.key === key)
    return found ? inLanguage(found.title) : key
  }
  const [editing, setEditing] = createSignal<ListedExpert | 'new' | null>(null)
  return (
    <>
      <PageHeader
        title={t('experts')}
        intro={t('expertsIntro')}
        actions={
          <Button kind="primary" icon={<Plus />} onClick={() => setEditing('new')}>
            {t('addExpert')}
          </Button>
        }
      />
      <Table
        caption={t('experts')}
        loading={rows.loading && !rows.latest}
        rows={rows.latest ?? []}
        id={(row) => row.id}
        empty={<EmptyState title={t('noExperts')}>{t('noExpertsBody')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('name'),
            heading: true,
            cell: (row) => (
              <span class="whole" translate="no">
                {row.name}
              </span>
            ),
          },
          { key: 'email', title: t('email'), cell: (row) => <EmailAddress of={row.email} /> },
          { key: 'unit', title: t('unit'), cell: (row) => <span translate="no">{row.unit.name}</span> },
          {
            key: 'fields',
            title: t('fields'),
            cell: (row) => <span class="lg:inline-block lg:min-w-40">{row.fields.map(called).join(t('comma')) || '–'}</span>,
          },
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
                <AlsoSaid>{row.name}</AlsoSaid>
              </Button>
            ),
          },
        ]}
      />
      <Show when={editing()} keyed>
        {(expert) => (
          <Editor
            organisation={unit() ?? ''}
            fields={fields.latest ?? []}
            expert={expert}
            onClose={() => setEditing(null)}
            onSaved={refetch}
          />
        )}
      </Show>
    </>
  )
}

function Editor(props: {
  organisation: string
  fields: readonly Field[]
  expert: ListedExpert | 'new'
  onClose: () => void
  onSaved: () => void
}) {
  const given = props.expert === 'new' ? undefined : props.expert
  const [entry, setEntry] = createSignal(
    given
      ? {
          name: given.name,
          email: given.email,
          ...placeOf(given.unit),
          fields: [...given.fields],
          state: given.state === 'retired' ? ('retired' as const) : ('active' as const),
        }
      : blank,
  )
  const set = (part: Partial<typeof blank>) => setEntry({ ...entry(), ...part })
  const unit = () => {
    const { outside, unit, found } = entry()
    return outside ? { name: unit.trim() } : { name: found?.name ?? '', code: found?.code ?? found?.id ?? '' }
  }
  const act = actKey()
  const save = async () => {
    const { name, email, fields, state } = entry()
    const json = {
      name: name.trim(),
      email: email.trim(),
      unit: unit(),
      fields,
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
      disabled={entry().name.trim().length < 2 || !entry().email.includes('@') || unit().name.length < 2}
      onConfirm={save}
    >
      <TextField label={t('name')} required value={entry().name} onInput={(name) => set({ name })} />
      <TextField label={t('email')} type="email" required value={entry().email} onInput={(email) => set({ email })} />
      <Show
        when={entry().outside}
        fallback={
          <OrganisationPicker
            label={t('unit')}
            help={t('unitHelp')}
            required
            value={entry().found}
            search={searchUnits}
            onChange={(found) => set({ found })}
          />
        }
      >
        <TextField label={t('unit')} help={t('unitWritten')} required value={entry().unit} onInput={(unit) => set({ unit })} />
      </Show>
      <Checkbox label={t('unitOutside')} checked={entry().outside} onChange={(outside) => set({ outside })} />
      <CheckboxGroup
        label={t('fields')}
        help={t('fieldsHelp')}
        value={entry().fields}
        options={props.fields.map(({ key, title }) => ({ value: key, label: inLanguage(title) }))}
        onChange={(fields) => set({ fields })}
      />
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

/** Where an expert works, as the editor holds it. */
const placeOf = ({ name, code }: ListedExpert['unit']): Pick<typeof blank, 'found' | 'outside' | 'unit'> =>
  code === undefined ? { found: null, outside: true, unit: name } : { found: { id: code, name, code }, outside: false, unit: '' }
