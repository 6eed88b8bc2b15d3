import { t } from '../i18n/design.ts'
import { Badge, Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { EmailAddress } from '../ui/email-address.tsx'
import { FileList } from '../ui/file-list.tsx'
import { Card, Facts, PageHeader } from '../ui/page-header.tsx'
import { Progress, Stepper, Timeline } from '../ui/progress.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TaskList } from '../ui/task-list.tsx'

/** Names as they occur: long, with dots, with characters outside the common sets, in a word without an end. All of them made up. */
const names = [
  '演示·新疆生产建设兵团某师某市少数民族预科教育与职业技术应用高等专科学校马克思主义学院第三学生党支部（联合）',
  '演示·阿依古丽·买买提·吾守尔',
  '演示·王𠮷㛃𬭎䶮',
  'Demo-Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'demo.person.with.a.very.long.address@long-subdomain-of-a-department.university.example',
  '演示·㛃',
]

/** Every part once more, filled with what breaks layouts. */
export function DesignStress() {
  const own = (name: string) => <span translate="no">{name}</span>
  const [long = '', dotted = '', rare = '', word = '', address = ''] = names
  return (
    <>
      <PageHeader
        title={long + word}
        own
        crumbs={names.slice(0, 4).map((label) => ({ label, own: true, href: '/design' }))}
        state={<Badge tone="warn">{own(long)}</Badge>}
        intro={own(word + word)}
        actions={
          <>
            <Button kind="primary">{own(long)}</Button>
            <Button>{own(dotted)}</Button>
          </>
        }
      />
      <Card title={t('stress')} actions={<Button small>{own(dotted)}</Button>}>
        <Table
          caption={t('stress')}
          columns={[
            { key: 'name', title: t('unit'), cell: (name) => (name === address ? <EmailAddress of={name} /> : own(name)), sortable: true },
            { key: 'state', title: t('progress'), cell: (name) => <Badge tone="good">{own(name.slice(0, 12))}</Badge> },
            { key: 'length', title: t('category'), cell: () => '1,234,567,890.00', numeric: true },
            { key: 'act', title: t('action'), cell: () => <Button small>{t('open')}</Button>, actions: true },
          ]}
          rows={names}
          id={(name) => name}
          name={(name) => name}
          dense
        />
      </Card>
      <div class="grid gap-x-5 md:grid-cols-2">
        <Card title={t('tasks')}>
          <TaskList
            label={t('stress')}
            tasks={names.map((title) => ({
              key: title,
              title,
              href: '/design',
              note: own(address),
              state: t('taskStarted'),
              tone: 'info' as const,
            }))}
          />
        </Card>
        <Card title={t('path')}>
          <Timeline
            label={t('stress')}
            entries={names.map((title) => ({ key: title, title, when: '2024-10-10 24:00', state: 'done' as const, children: own(word) }))}
          />
        </Card>
        <Card title={t('files')}>
          <FileList
            label={t('stress')}
            onRemove={() => undefined}
            files={names.map((name) => ({ id: name, name: `${name}.pdf`, bytes: 1, state: 'clean' as const }))}
          />
        </Card>
        <Card title={t('steps')}>
          <Facts facts={names.map((name) => ({ key: name, label: name, value: own(name) }))} />
          <Stepper label={t('stress')} steps={names} current={2} />
          <Progress label={rare + word} value={3} max={4} note={long} />
          <Tabs
            id="stress"
            label={t('stress')}
            value={long}
            onChange={() => undefined}
            tabs={names.map((name) => ({ key: name, label: name, count: 1 }))}
          />
          <div id="stress-panel" role="tabpanel" />
          <Banner tone="bad" title={long}>
            {own(word)}
          </Banner>
        </Card>
      </div>
    </>
  )
}
