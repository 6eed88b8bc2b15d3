import { createResource } from 'solid-js'
import { whenIdle } from '../data/idle.ts'
import { me } from '../data/session.ts'
import type { Stopped } from './drafts.ts'
import type { uploadsOf } from './uploads.ts'
import { drafts, heldChanged, isAttended } from './waiting.ts'

/** Answers of a section that only this device has, and why they are not with the server. */
export type HeldText = { section: string; at: string; why: 'away' | Stopped['why']; problem?: { zh: string; en: string } }

const sectionsBelow = (submission: string) => `/api${submission}/sections/`

/** What this device holds of a submission and the server does not have: answers, and files on their way. Looked at anew whenever it may have changed. */
export function createHeld(submission: () => string | undefined) {
  const [texts] = createResource(
    () => ({ submission: submission(), person: me()?.person.id, changed: heldChanged() }),
    async ({ submission: address, person }): Promise<HeldText[]> => {
      if (!address || !person) return []
      const waiting = await drafts.waiting(person, new Date().toISOString())
      return waiting.flatMap(({ address: of, at, stopped }): HeldText[] => {
        if (!of.startsWith(sectionsBelow(address)) || isAttended(of)) return []
        const section = of.slice(sectionsBelow(address).length)
        if (stopped?.why === 'refused') return [{ section, at, why: 'refused', problem: stopped.problem }]
        return [{ section, at, why: stopped?.why ?? 'away' }]
      })
    },
  )
  // What was being sent when the page was closed goes on; the sending itself comes only with an idle moment.
  const [sending] = createResource(submission, async (address) => {
    await new Promise<void>((resolve) => whenIdle(resolve))
    const { recallUploads, uploadsOf } = await import('./uploads.ts')
    await recallUploads(`/api${address}/files`)
    return uploadsOf
  })
  const files = (): ReturnType<typeof uploadsOf> => {
    const address = submission()
    return address === undefined ? [] : (sending.latest?.(`/api${address}/files`) ?? [])
  }
  return {
    any: () => (texts.latest ?? []).length + files().length > 0,
    text: (section: string) => texts.latest?.find((each) => each.section === section),
    files: (section: string) => files().filter(({ address }) => address === `${sectionsBelow(submission() ?? '')}${section}`),
  }
}
export type Held = ReturnType<typeof createHeld>
