import { createSignal } from 'solid-js'
import Download from '~icons/lucide/download'
import type { SectionValues } from '../../../shared/forms/schema.ts'
import { Unreachable } from '../data/refused.ts'
import { FormReader } from '../forms/form-reader.tsx'
import type { Body } from '../forms/saver.ts'
import { SectionEditor } from '../forms/section-editor.tsx'
import { t } from '../i18n/design.ts'
import { Badge, Banner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FileList } from '../ui/file-list.tsx'
import { Menu } from '../ui/menu.tsx'
import { NotRead } from '../ui/not-read.tsx'
import { Card, PageHeader } from '../ui/page-header.tsx'
import { Progress, Stepper, Timeline } from '../ui/progress.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { toast } from '../ui/toast.tsx'
import { DesignFields } from './fields.tsx'
import { DesignFurther } from './further.tsx'
import { DesignLists } from './lists.tsx'
import { DesignOpened } from './opened.tsx'
import { DesignPictures } from './pictures.tsx'
import { sampleForm, sampleValues } from './sample-form.ts'
import { DesignStress } from './stress.tsx'

/** Keeps what is saved for the time of the page, so that the editor can be tried without a server. */
const [savedValues, setSavedValues] = createSignal<SectionValues>(sampleValues.basics ?? {})
let version = 3
const save = async ({ values }: Body) => {
  setSavedValues(values)
  version++
  return { version, savedAt: new Date().toISOString() }
}

export default function Design() {
  const [asking, setAsking] = createSignal(false)
  return (
    <>
      <PageHeader title={t('title')} intro={t('intro')} state={<Badge tone="info">{t('state')}</Badge>} />
      <Card title={t('buttons')}>
        <div class="flex flex-wrap items-center gap-3">
          <Button kind="primary">{t('primary')}</Button>
          <Button>{t('secondary')}</Button>
          <Button kind="quiet">{t('quiet')}</Button>
          <Button kind="danger">{t('danger')}</Button>
          <Button disabled>{t('disabled')}</Button>
          <Button kind="primary" busy>
            {t('busy')}
          </Button>
          <LinkButton href="/design">{t('open')}</LinkButton>
          <Button small icon={<Download />}>
            {t('export')}
          </Button>
          <Menu
            label={t('more')}
            kind="secondary"
            left
            items={[
              { key: 'export', label: t('export'), act: () => toast(t('export')) },
              { key: 'print', label: t('print'), act: () => window.print() },
            ]}
          />
        </div>
      </Card>
      <Card title={t('states')}>
        <div class="flex flex-col gap-3">
          <div class="flex flex-wrap gap-2">
            <Badge>{t('taskOpen')}</Badge>
            <Badge tone="info">{t('taskStarted')}</Badge>
            <Badge tone="good">{t('taskDone')}</Badge>
            <Badge tone="warn">{t('waiting')}</Badge>
            <Badge tone="bad">{t('danger')}</Badge>
          </div>
          <Banner>{t('info')}</Banner>
          <Banner tone="good">{t('good')}</Banner>
          <Banner tone="warn">{t('warn')}</Banner>
          <Banner tone="bad" title={t('bad')} actions={<Button small>{t('open')}</Button>} />
          <SkeletonRows />
          <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
          <NotRead list={{ problem: () => new Unreachable(), loading: () => false, again: () => Promise.resolve() }} />
        </div>
      </Card>
      <DesignFields />
      <DesignLists />
      <DesignFurther />
      <DesignOpened />
      <div class="grid gap-x-5 md:grid-cols-2">
        <Card title={t('tasks')}>
          <TaskList
            label={t('tasks')}
            tasks={[
              { key: 'a', title: t('step1'), href: '/design', state: t('taskDone'), tone: 'good' },
              { key: 'b', title: t('step2'), href: '/design', state: t('taskStarted'), tone: 'info', note: t('help') },
              { key: 'c', title: t('step3'), state: t('taskOpen') },
            ]}
          />
        </Card>
        <Card title={t('path')}>
          <Timeline
            label={t('path')}
            entries={[
              { key: 'a', title: t('pathDone'), when: '09-28 10:12', state: 'done' },
              { key: 'b', title: t('pathNow'), when: '10-08', state: 'now', children: t('info') },
              { key: 'c', title: t('pathWaiting'), state: 'waiting' },
            ]}
          />
        </Card>
        <Card title={t('steps')}>
          <Stepper label={t('steps')} steps={[t('step1'), t('step2'), t('step3')]} current={1} />
          <div class="mt-4">
            <Progress label={t('progress')} value={7} max={12} />
          </div>
        </Card>
        <Card title={t('files')}>
          <FileList
            label={t('files')}
            onRemove={() => undefined}
            onResume={() => undefined}
            files={[
              { id: '1', name: '盖章件.pdf', bytes: 1_834_211, state: 'clean' },
              { id: '2', name: '视频.mp4', bytes: 180_000_000, state: 'uploading', sent: 60_000_000 },
              { id: '3', name: '照片.jpg', bytes: 4_000_000, state: 'checking' },
              { id: '4', name: '附件.zip', bytes: 9_000_000, state: 'paused', sent: 4_000_000 },
              { id: '5', name: '名单.docm', bytes: 90_000, state: 'refused', reason: t('problem') },
            ]}
          />
        </Card>
      </div>
      <Card title={t('dialogs')}>
        <div class="flex flex-wrap gap-3">
          <Button onClick={() => setAsking(true)}>{t('ask')}</Button>
          <Button onClick={() => toast(t('toastDone'))}>{t('toastDone')}</Button>
          <Button onClick={() => toast(t('bad'), 'bad')}>{t('bad')}</Button>
        </div>
        <ConfirmDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t('ask')}
          action={t('ask')}
          onConfirm={() => toast(t('toastDone'))}
        >
          <p>{t('askBody')}</p>
        </ConfirmDialog>
      </Card>
      <Card title={t('form')}>
        <div class="shell-column">
          <SectionEditor
            form={sampleForm}
            section="basics"
            values={sampleValues}
            version={3}
            savedAt="2024-09-20T06:32:00Z"
            save={{ address: '/design', save }}
            comments={{ summary: t('help') }}
            strict
            searchOrganisation={async (words) => [{ id: '1', code: '4100000000', name: `演示大学（${words}）` }]}
            onNext={() => toast(t('toastDone'))}
            onLater={() => toast(t('toastDone'))}
          />
        </div>
      </Card>
      <h2 class="mb-3">{t('reader')}</h2>
      <FormReader form={sampleForm} values={{ basics: savedValues() }} changeHref={() => '/design'} />
      <DesignPictures />
      <DesignStress />
    </>
  )
}
