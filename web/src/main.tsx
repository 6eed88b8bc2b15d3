import './early.ts'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { markDocument } from './i18n/language.ts'
import './styles/app.css'
import { keepPlaces } from './ui/places.ts'
import { restorePreferences } from './ui/preferences.tsx'

markDocument()
restorePreferences()
keepPlaces()
const place = document.getElementById('app')
if (place) render(() => <App />, place)
