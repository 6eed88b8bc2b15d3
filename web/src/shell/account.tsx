import { useNavigate } from '@solidjs/router'
import Building from 'lucide-solid/icons/building'
import LogOut from 'lucide-solid/icons/log-out'
import UserRound from 'lucide-solid/icons/user-round'
import { Show } from 'solid-js'
import { actFor, me, signOut } from '../data/session.ts'
import { t } from '../i18n/shell.ts'
import { Menu } from '../ui/menu.tsx'
import { ElderMode, LanguageSwitch } from '../ui/preferences.tsx'
import { toastError } from '../ui/toast.tsx'

/** The right end of the bar: the unit one acts for, the language, one's account. */
export function AccountMenus() {
  const navigate = useNavigate()
  return (
    <>
      <Show when={me()?.memberships.length}>
        <Menu
          label={me()?.active?.organisation.name ?? t('switchUnit')}
          icon={<Building aria-hidden="true" />}
          items={(me()?.memberships ?? []).map(({ organisation }) => ({
            key: organisation.id,
            label: organisation.name,
            checked: organisation.id === me()?.active?.organisation.id,
            act: () => actFor(organisation.id).catch(toastError),
          }))}
        />
      </Show>
      <span class="shell-wide-only">
        <ElderMode />
      </span>
      <LanguageSwitch />
      <Show when={me()}>
        {(known) => (
          <Menu
            label={known().person.name}
            icon={<UserRound aria-hidden="true" />}
            items={[
              { key: 'account', label: t('account'), icon: <UserRound size={18} aria-hidden="true" />, act: () => navigate('/account') },
              { key: 'out', label: t('signOut'), icon: <LogOut size={18} aria-hidden="true" />, act: () => void signOut() },
            ]}
          />
        )}
      </Show>
    </>
  )
}
