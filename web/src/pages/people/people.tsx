import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/people.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PeopleList } from './people-list.tsx'

/** The people of the unit one acts for. */
export default function People() {
  return (
    <>
      <PageHeader title={t('people')} intro={t('intro')} />
      <Known of={me()?.active?.organisation}>{(unit) => <PeopleList unit={unit()} />}</Known>
    </>
  )
}
