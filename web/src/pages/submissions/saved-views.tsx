import { useLocation, useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import Bookmark from '~icons/lucide/bookmark'
import { me } from '../../data/session.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/submission-lists.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'

type View = { name: string; search: string }

/**
 * Views of a list by name: filters, order and columns as they stand in the address. They are kept on this device, for this person, and serve every batch
 * that has the same categories; what a view shows is always read anew.
 */
export function SavedViews(props: { of: string }) {
  const location = useLocation()
  const navigate = useNavigate()
  const place = () => `shuren.views.${props.of}.${me()?.person.id}`
  const [views, setViews] = createSignal<readonly View[]>(recall(place()))
  const [naming, setNaming] = createSignal(false)
  const [name, setName] = createSignal('')
  const keep = (next: readonly View[]) => {
    setViews(next)
    try {
      localStorage.setItem(place(), JSON.stringify(next))
    } catch {
      // A browser that stores nothing keeps the views for this visit only.
    }
  }
  const current = () => views().find(({ search }) => search === location.search)
  const items = (): MenuItem[] => {
    const now = current()
    return [
      ...views().map((view) => ({
        key: view.name,
        label: quoted(view.name),
        checked: view === now,
        act: () => navigate(`${location.pathname.replace(/^\/app/, '')}${view.search}`),
      })),
      {
        key: 'save',
        label: t('saveView'),
        act: () => {
          setName('')
          setNaming(true)
        },
      },
      ...(now
        ? [{ key: 'remove', label: t('removeView', { name: quoted(now.name) }), act: () => keep(views().filter((view) => view !== now)) }]
        : []),
    ]
  }
  return (
    <>
      <Menu label={quoted(current()?.name ?? '') || t('views')} small kind="secondary" icon={<Bookmark />} items={items()} left />
      <ConfirmDialog
        open={naming()}
        onClose={() => setNaming(false)}
        title={t('saveView')}
        action={t('save')}
        disabled={name().trim() === ''}
        onConfirm={() => {
          const named = { name: name().trim(), search: location.search }
          keep([...views().filter((view) => view.name !== named.name), named])
          toast(t('viewSaved', { name: named.name }))
        }}
      >
        <p class="text-soft">{t('saveViewBody')}</p>
        <TextField label={t('viewName')} required max={30} value={name()} onInput={setName} />
      </ConfirmDialog>
    </>
  )
}

function recall(place: string): View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(found) ? found.filter((each) => typeof each?.name === 'string' && typeof each?.search === 'string') : []
  } catch {
    return []
  }
}
