import { createSignal } from 'solid-js'
import type { Counts } from '../../../../functions/organisations/importFile.ts'
import { carryOut, check, type ImportKind, type Plan, type Refusal } from './import-api.ts'

/** Refused rows kept and shown; the annotated sheet has them all. */
const kept = 200
/** So long the server keeps a sheet, in milliseconds. */
const life = 30 * 86_400_000

/** An import that was begun, as the browser remembers it, without anything of what the sheet says of people. */
type Begun = {
  import: string
  file: string
  records: number
  problemCount: number
  next: number | null
  total: Counts
  refusals: Refusal[]
  at: number
}
export type Step = 'choose' | 'checking' | 'plan' | 'running' | 'stopped' | 'done'
const none: Counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }

/** One import from the choice of a file to its end; a page that is loaded again finds it where it was. */
export function createImport(unit: string, kind: ImportKind, person: string) {
  const place = `shuren.import.${kind}.${unit}.${person}`
  const before = recall(place)
  const [step, setStep] = createSignal<Step>(before ? 'stopped' : 'choose')
  const [plan, setPlan] = createSignal<Plan>()
  const [problem, setProblem] = createSignal<unknown>()
  const [file, setFile] = createSignal(before?.file ?? '')
  const [begun, setBegun] = createSignal<Begun | null>(before)

  const remember = (now: Begun | null) => {
    setBegun(now)
    try {
      if (now) localStorage.setItem(place, JSON.stringify(now))
      else localStorage.removeItem(place)
    } catch {
      // A browser that stores nothing only loses the way back after a reload.
    }
  }
  const forget = () => {
    remember(null)
    setPlan(undefined)
    setProblem(undefined)
    setStep('choose')
  }
  const take = async (chosen: File) => {
    setFile(chosen.name)
    setProblem(undefined)
    setStep('checking')
    try {
      setPlan(await check(unit, kind, chosen))
      setStep('plan')
    } catch (error) {
      setProblem(error)
      setStep('choose')
    }
  }
  const begin = () => {
    const known = plan()
    if (!known || known.next === null) return Promise.resolve()
    const { import: id, problemCount, next } = known
    remember({ import: id, file: file(), records: known.records, problemCount, next, total: none, refusals: [], at: Date.now() })
    return goOn()
  }
  const goOn = async () => {
    if (step() === 'running') return
    setProblem(undefined)
    setStep('running')
    try {
      for (let now = begun(); now !== null && now.next !== null; now = begun()) {
        const done = await carryOut(unit, kind, now.import, now.next)
        const refusals = [...now.refusals, ...done.refusals].slice(0, kept)
        remember({ ...now, records: done.records, next: done.next, total: done.total, refusals })
      }
      setStep('done')
      localStorage.removeItem(place)
    } catch (error) {
      setProblem(error)
      setStep('stopped')
    }
  }
  return { step, plan, problem, file, begun, take, begin, goOn, forget }
}

function recall(place: string): Begun | null {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? 'null') as Begun | null
    return found && Date.now() - found.at < life ? found : null
  } catch {
    return null
  }
}
