import { createSignal, Show, Suspense } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { takePaper } from '../../data/paper.ts'
import { holds } from '../../data/session.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page-header.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { type ListNamed, type ListShown, scanPage, units } from './endorsement-api.ts'
import { ScanBeside } from './scan-beside.tsx'
import { ScanUpload } from './scan-upload.tsx'

/** The three steps by which a list goes up: printed and stamped, scanned, confirmed. */
export function HandingUp(props: { named: ListNamed; list: ListShown; own: boolean; onChanged: () => void }) {
  const [printing, setPrinting] = createSignal(false)
  const [confirming, setConfirming] = createSignal(false)
  const [beside, setBeside] = createSignal(false)
  const act = actKey()
  const at = () => units.lists[':key']
  const frozen = () => props.list.confirmedAt !== undefined
  const changeable = () => props.own && !frozen()
  const asksScan = () => props.list.duties?.stampedScan ?? false
  const print = async () => {
    setPrinting(true)
    try {
      await takePaper(() => answer(at().document.$get({ param: props.named })))
    } catch (error) {
      toastError(error)
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Card screenOnly title={t(changeable() ? 'steps' : 'onPaper')}>
      <ol class="flex flex-col gap-5">
        <li>
          <Show when={changeable()} fallback={<h3 class="mb-2">{t('listPaper')}</h3>}>
            <h3>{t('stepPrint')}</h3>
            <p class="mb-2 text-soft">{t('stepPrintBody')}</p>
          </Show>
          <Button busy={printing()} onClick={print}>
            {t('print')}
          </Button>
          <span class="ml-3 text-soft" role="status">
            {printing() ? t('printing') : ''}
          </span>
        </li>
        <Show when={asksScan() || props.list.scan}>
          <li>
            <Show when={changeable()} fallback={<h3 class="mb-2">{t('listScan')}</h3>}>
              <h3>{t('stepScan')}</h3>
              <p class="mb-2 text-soft">{t('stepScanBody')}</p>
            </Show>
            <Show when={props.list.scan} fallback={<p class="mb-2">{t('scanNone')}</p>}>
              {(scan) => (
                <div class="mb-3">
                  <Banner tone={scan().counts ? 'good' : 'bad'}>
                    <p>
                      <Quoting text={t('scanHas', { name: quoted(scan().name), time: moment(scan().at) })} />
                    </p>
                    <p>{scan().counts ? t('scanFits') : t('scanStale')}</p>
                  </Banner>
                  <span class="flex flex-wrap gap-2">
                    <Button small aria-expanded={beside()} onClick={() => setBeside(!beside())}>
                      {t('scanCompare')}
                    </Button>
                    <LinkButton small kind="quiet" outside href={scanPage(props.named, scan().file)}>
                      {t('scanOpen')}
                    </LinkButton>
                  </span>
                  <Show when={beside()}>
                    <Suspense fallback={<p role="status">{t('scanOpening')}</p>}>
                      <ScanBeside named={props.named} scan={scan()} items={props.list.items} />
                    </Suspense>
                  </Show>
                </div>
              )}
            </Show>
            <Show when={changeable()}>
              <ScanUpload named={props.named} sha256={props.list.sha256} again={props.list.scan !== undefined} onBound={props.onChanged} />
            </Show>
          </li>
        </Show>
        <Show when={changeable() && holds('administrator', 'approver')}>
          <li>
            <h3>{t('stepConfirm')}</h3>
            <p class="mb-2 text-soft">{t('stepConfirmBody')}</p>
            <Button kind="primary" disabled={asksScan() && !props.list.scan?.counts} onClick={() => setConfirming(true)}>
              {t('confirm')}
            </Button>
          </li>
        </Show>
      </ol>
      <ConfirmDialog
        open={confirming()}
        onClose={() => setConfirming(false)}
        title={t('confirmTitle')}
        action={t('confirm')}
        danger
        onConfirm={async () => {
          await answer(at().confirm.$post({ param: props.named, json: { sha256: props.list.sha256 } }, act.options()))
          act.done()
          toast(t('confirmedDone'))
          props.onChanged()
        }}
      >
        <p>{t('confirmCount', { count: props.list.items.length })}</p>
        <Banner tone="warn">{t('confirmWarn')}</Banner>
      </ConfirmDialog>
    </Card>
  )
}
