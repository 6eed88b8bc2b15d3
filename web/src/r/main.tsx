import { Route, Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import { markDocument } from '../i18n/language.ts'
import { fillIn } from '../older-browsers.ts'
import { tokenOf } from '../shell/fragment.ts'
import '../styles/app.css'
import { keepPlaces } from '../ui/places.ts'
import { restorePreferences } from '../ui/preferences.tsx'
import { LinkPage } from './link-page.tsx'

fillIn()
markDocument()
restorePreferences()
keepPlaces()
// Another link put into the same tab changes nothing but the fragment, and the browser would go on showing the page of the first.
addEventListener('hashchange', () => {
  if (tokenOf(location.hash)) location.reload()
})
const place = document.getElementById('app')
if (place)
  render(
    () => (
      <Router base="/r">
        <Route path="*any" component={LinkPage} />
      </Router>
    ),
    place,
  )
