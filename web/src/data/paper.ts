import { t } from '../i18n/paper.ts'
import { toast } from '../ui/toast.tsx'

/** Milliseconds between looks at a paper that is being made, and how many looks. */
const wait = 1500
const looks = 30

/** Fetches a paper that is made on the first request: asks until it is there, and says so when it takes too long. */
export async function takePaper(ask: () => Promise<{ ready: true; url: string } | { ready: false }>): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const found = await ask()
    if (found.ready) return location.assign(found.url)
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  toast(t('slow'), 'bad')
}
