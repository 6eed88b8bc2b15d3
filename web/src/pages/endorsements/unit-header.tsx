import type { JSX } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RoomTabs } from '../../ui/room-tabs.tsx'

const rooms = [
  { path: '/list', label: 'list' },
  { path: '/standing', label: 'standing' },
  { path: '', label: 'call' },
] as const

/** The head of a page of a batch for a unit that recommends in it: the batch by name, and the way to the unit's other pages of it. */
export function UnitHeader(props: {
  batch: string
  /** The batch by name; undefined while it is on its way. */
  called: string | undefined
  /** The page that this one is part of, where its address does not say so. */
  within?: '/list'
  title: string
  state?: JSX.Element
  intro?: JSX.Element
  actions?: JSX.Element
}) {
  const base = () => `/batches/${props.batch}`
  return (
    <PageHeader
      title={props.title}
      crumbs={[
        { label: t('recommending'), href: '/recommending' },
        { label: props.called ?? t('thisBatch'), href: base(), own: props.called !== undefined },
      ]}
      above={
        <>
          {/* On paper there are no crumbs to say of which batch a page is, nor the bar that says whose. */}
          <p class="print-only" translate="no">
            {[props.called, me()?.active?.organisation.name].filter(Boolean).join(between)}
          </p>
          <RoomTabs
            label={t('pages')}
            rooms={rooms.map(({ path, label }) => ({ href: `${base()}${path}`, label: t(label), within: props.within === path }))}
          />
        </>
      }
      state={props.state}
      intro={props.intro}
      actions={props.actions}
    />
  )
}
