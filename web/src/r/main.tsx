import { Route, Router } from '@solidjs/router'
import { render } from 'solid-js/web'
import { markDocument } from '../i18n/language.ts'
import { fillIn } from '../older-browsers.ts'
import '../styles/app.css'
import { restorePreferences } from '../ui/preferences.tsx'
import { LinkPage } from './link-page.tsx'

fillIn()
markDocument()
restorePreferences()
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
