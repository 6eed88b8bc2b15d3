import { createEffect, createSignal, Show } from 'solid-js'
import Upload from '~icons/lucide/upload'
import { fileKinds } from '../../../shared/forms/plain.ts'
import type { FieldOf, FileRef, Value } from '../../../shared/forms/schema.ts'
import { t as words } from '../i18n/files.ts'
import { t } from '../i18n/form-controls.ts'
import { bytes } from '../i18n/numbers.ts'
import { Button } from '../ui/button.tsx'
import { type FieldProps, Fieldset } from '../ui/field.tsx'
import { FileList } from '../ui/file-list.tsx'
import { filesOf } from './file-values.ts'
import { KeptFiles } from './kept-files.tsx'
import { isThatFile } from './upload-memory.ts'
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
  /** Problems of single files, by their number from 0. */
  inside: (path: string) => string | undefined
  onChange: (files: FileRef[]) => void
}

/** Files of one kind of attachment: chosen or dropped, several at once, each with its progress and its check. */
export function FileField(props: FileProps) {
  let control: HTMLInputElement | undefined
  const [over, setOver] = createSignal(false)
  const [refused, setRefused] = createSignal<readonly string[]>([])
  const files = () => filesOf(props.value)
  const kinds = () => props.field.accept.map((kind) => t(kindNames[kind])).join(t('comma'))
  const endings = () => props.field.accept.flatMap((kind) => [...fileKinds[kind]])
  const room = () => props.field.maxCount - files().length - (props.uploads?.list().filter(({ instead }) => !instead).length ?? 0)
  /** The file that the next one chosen is to replace. */
  let instead: FileRef | undefined
  /** The file that broke off and is to be chosen once more. */
  let broken: ReturnType<FieldUploads['list']>[number] | undefined

  /** What was chosen before that which sends files had come. */
  let early: readonly File[] = []
  createEffect(() => props.uploads && early.length > 0 && take(early))

  const take = (chosen: readonly File[]) => {
    early = props.uploads ? [] : chosen
    if (!props.uploads) return
    if (broken) {
      const known = broken
      const same = chosen.find((file) => isThatFile(known, file))
      setRefused(same ? [] : [t('fileNotSame', { name: known.name, size: bytes(known.bytes) })])
      if (same) props.uploads.add([same])
      return
    }
    const wrong = chosen.map((file) => wrongWith(file))
    const good = chosen.filter((_, index) => wrong[index] === undefined)
    if (instead) {
      setRefused(wrong.filter((each) => each !== undefined))
      if (good[0]) props.uploads.add([good[0]], instead.id)
      return
    }
    // One that broke off has its place already, however it is chosen again.
    const again = good.filter(isBroken)
    const fresh = good.filter((file) => !isBroken(file))
    const taken = [...again, ...fresh.slice(0, Math.max(0, room()))]
    const said = wrong.filter((each) => each !== undefined)
    setRefused(good.length > taken.length ? [...said, t('fileTooMany', { count: props.field.maxCount })] : said)
    if (taken.length > 0) props.uploads.add(taken)
  }
  const isBroken = (file: File): boolean =>
    props.uploads?.list().some((each) => each.state === 'interrupted' && isThatFile(each, file)) ?? false
  const wrongWith = (file: File): string | undefined => {
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
    if (file.size === 0) return t('fileEmpty', { name: file.name })
    if (!endings().some((each) => each === ending)) return t('fileWrongKind', { name: file.name, kinds: kinds() })
    if (file.size > props.field.maxBytes)
      return t('fileTooLarge', { name: file.name, size: bytes(file.size), max: bytes(props.field.maxBytes) })
    return undefined
  }
  const [several, setSeveral] = createSignal(props.field.maxCount > 1)
  const choose = (replaced?: FileRef) => {
    instead = replaced
    broken = undefined
    setSeveral(!replaced && props.field.maxCount > 1)
    control?.click()
  }
  const resume = (id: string) => {
    const stopped = props.uploads?.list().find((each) => each.id === id)
    if (stopped?.state !== 'interrupted') return props.uploads?.resume(id)
    choose()
    broken = stopped
  }
  const noteOf = (replaced: string | undefined) => {
    const file = files().find(({ id }) => id === replaced)
    return file && words('instead', { name: file.name })
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
      instead = undefined
      broken = undefined
      take([...(event.dataTransfer?.files ?? [])])
    })
  }
  return (
    <Fieldset {...props} problem={[...refused(), ...(Array.isArray(props.problem) ? props.problem : props.problem ? [props.problem] : [])]}>
      <KeptFiles
        label={props.label}
        files={files()}
        address={props.uploads?.address}
        disabled={props.disabled}
        problem={(index) => props.inside(String(index))}
        onChange={props.onChange}
        onReplace={choose}
      />
      <FileList
        label={words('onTheWay', { about: props.label })}
        files={(props.uploads?.list() ?? []).map((upload) => ({ ...upload, note: noteOf(upload.instead) }))}
        onResume={resume}
        onRemove={props.disabled ? undefined : (id) => props.uploads?.remove(id)}
      />
      <input
        ref={control}
        type="file"
        class="sr-only"
        tabindex="-1"
        aria-label={props.label}
        disabled={props.disabled}
        multiple={several()}
        accept={endings()
          .map((ending) => `.${ending}`)
          .join(',')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Show when={!props.disabled && room() > 0}>
        <div class="drop" classList={{ 'drop-over': over() }} ref={droppable}>
          <Button icon={<Upload />} onClick={() => choose()}>
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
