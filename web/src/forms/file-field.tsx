import Upload from 'lucide-solid/icons/upload'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { fileKinds } from '../../../shared/forms/plain.ts'
import type { FieldOf, FileRef, Value } from '../../../shared/forms/schema.ts'
import { t } from '../i18n/form-controls.ts'
import { bytes } from '../i18n/numbers.ts'
import { Button } from '../ui/button.tsx'
import { type FieldProps, Fieldset } from '../ui/field.tsx'
import { FileList } from '../ui/file-list.tsx'
import type { FieldUploads } from './uploads.ts'

const kindNames = {
  pdf: 'kindPdf',
  image: 'kindImage',
  word: 'kindWord',
  excel: 'kindExcel',
  video: 'kindVideo',
  archive: 'kindArchive',
} as const

type FileProps = FieldProps & {
  field: FieldOf<'file'>
  value: Value | undefined
  uploads?: FieldUploads
  disabled?: boolean
  onChange: (files: FileRef[]) => void
}

/** Files of one kind of attachment: chosen or dropped, several at once, each with its progress and its check. */
export function FileField(props: FileProps) {
  const input = createUniqueId()
  let control: HTMLInputElement | undefined
  const [over, setOver] = createSignal(false)
  const [refused, setRefused] = createSignal<readonly string[]>([])
  const files = () => (Array.isArray(props.value) ? (props.value as FileRef[]) : [])
  const kinds = () => props.field.accept.map((kind) => t(kindNames[kind])).join(t('comma'))
  const endings = () => props.field.accept.flatMap((kind) => [...fileKinds[kind]])
  const room = () => props.field.maxCount - files().length - (props.uploads?.list().length ?? 0)

  const take = (chosen: readonly File[]) => {
    const wrong = chosen.map((file) => wrongWith(file))
    const good = chosen.filter((_, index) => wrong[index] === undefined)
    const taken = good.slice(0, Math.max(0, room()))
    const said = wrong.filter((each) => each !== undefined)
    setRefused(good.length > taken.length ? [...said, t('fileTooMany', { count: props.field.maxCount })] : said)
    if (taken.length > 0) props.uploads?.add(taken)
  }
  const wrongWith = (file: File): string | undefined => {
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
    if (file.size === 0) return t('fileEmpty', { name: file.name })
    if (!endings().some((each) => each === ending)) return t('fileWrongKind', { name: file.name, kinds: kinds() })
    if (file.size > props.field.maxBytes)
      return t('fileTooLarge', { name: file.name, size: bytes(file.size), max: bytes(props.field.maxBytes) })
    return undefined
  }
  /** Files may also be dropped here; the button does the same for those who do not drag. */
  const droppable = (area: HTMLElement) => {
    area.addEventListener('dragover', (event) => {
      event.preventDefault()
      setOver(true)
    })
    area.addEventListener('dragleave', () => setOver(false))
    area.addEventListener('drop', (event) => {
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    })
  }
  return (
    <Fieldset {...props} problem={[...refused(), ...(Array.isArray(props.problem) ? props.problem : props.problem ? [props.problem] : [])]}>
      <FileList
        label={props.label}
        files={[...files().map((file) => ({ ...file, state: 'clean' as const })), ...(props.uploads?.list() ?? [])]}
        onResume={(id) => props.uploads?.resume(id)}
        onRemove={
          props.disabled
            ? undefined
            : (id) =>
                files().some((file) => file.id === id)
                  ? props.onChange(files().filter((file) => file.id !== id))
                  : props.uploads?.remove(id)
        }
      />
      <Show when={!props.disabled && room() > 0}>
        <div class="drop" classList={{ 'drop-over': over() }} ref={droppable}>
          <input
            id={input}
            ref={control}
            type="file"
            class="sr-only"
            tabindex="-1"
            aria-label={props.label}
            multiple={props.field.maxCount > 1}
            accept={endings()
              .map((ending) => `.${ending}`)
              .join(',')}
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
          <Button icon={<Upload aria-hidden="true" />} onClick={() => control?.click()}>
            {t('chooseFile')}
          </Button>
          <span class="shell-wide-only text-soft">{t('orDrop')}</span>
          <span class="text-soft">
            {t('fileLimits', { kinds: kinds(), size: bytes(props.field.maxBytes), count: props.field.maxCount })}
          </span>
        </div>
      </Show>
    </Fieldset>
  )
}
