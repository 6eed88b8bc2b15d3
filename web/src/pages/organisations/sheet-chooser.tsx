import { createSignal, createUniqueId, Show } from 'solid-js'
import Download from '~icons/lucide/download'
import Upload from '~icons/lucide/upload'
import { inARow } from '../../../../shared/text.ts'
import { t } from '../../i18n/imports.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { ImportKind } from './import-api.ts'
import { headings, templateSheet } from './sheet-templates.ts'

/** What the server takes of a sheet, in bytes. */
const most = 4_000_000

/** Saves the sheet to fill in. */
function saveTemplate(kind: ImportKind): void {
  const address = URL.createObjectURL(new Blob([templateSheet(kind, language())], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${kind}-template.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Chooses a sheet, by button or by dropping it. */
export function SheetChooser(props: { kind: ImportKind; busy: boolean; file: string; onFile: (file: File) => void }) {
  const input = createUniqueId()
  const [over, setOver] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  let control: HTMLInputElement | undefined

  const take = (file: File | undefined) => {
    if (!file || props.busy) return
    setWrong(file.size > most ? t('tooLarge') : /\.(csv|xlsx)$/i.test(file.name) ? undefined : t('wrongKind'))
    if (wrong() === undefined) props.onFile(file)
  }
  const droppable = (area: HTMLElement) => {
    area.addEventListener('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    area.addEventListener('dragleave', () => setOver(false))
    area.addEventListener('drop', (event) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer?.files[0])
    })
  }
  return (
    <div class="flex flex-col gap-4">
      <p class="max-w-prose">{t('columns', { columns: inARow(headings(props.kind, language()), language()) })}</p>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button icon={<Download />} onClick={() => saveTemplate(props.kind)}>
          {t('template')}
        </Button>
        <span class="text-soft">{t('templateHelp')}</span>
      </div>
      <div class="drop" classList={{ 'drop-over': over() }} ref={droppable}>
        <input
          id={input}
          ref={control}
          type="file"
          class="sr-only"
          tabindex="-1"
          aria-label={t('file')}
          accept=".csv,.xlsx"
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Button kind="primary" icon={<Upload />} busy={props.busy} onClick={() => control?.click()}>
          {t('choose')}
        </Button>
        <span class="text-soft">{t('drop')}</span>
        <span class="basis-full text-soft">{t('fileHelp')}</span>
      </div>
      <div role="status">
        <Show when={props.busy}>
          <Quoting text={t('reading', { file: quoted(props.file) })} />
        </Show>
      </div>
      <Show when={wrong()}>
        <Banner tone="bad">{wrong()}</Banner>
      </Show>
    </div>
  )
}
