import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import Building from '~icons/lucide/building'
import LogOut from '~icons/lucide/log-out'
import UserRound from '~icons/lucide/user-round'
import { actFor, me, signOut } from '../data/session.ts'
import { quoted } from '../i18n/quoting.tsx'
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
          label={quoted(me()?.active?.organisation.name ?? '') || t('switchUnit')}
          icon={<Building />}
          items={(me()?.memberships ?? []).map(({ organisation }) => ({
            key: organisation.id,
            label: quoted(organisation.name),
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
            label={quoted(known().person.name)}
            icon={<UserRound />}
            items={[
              { key: 'account', label: t('account'), icon: <UserRound width={18} height={18} />, act: () => navigate('/account') },
              { key: 'out', label: t('signOut'), icon: <LogOut width={18} height={18} />, act: () => void signOut() },
            ]}
          />
        )}
      </Show>
    </>
  )
}
