import { createSignal } from 'solid-js'
import { explain } from '../../../../shared/quotas/explaining.ts'
import type { Denominator, QuotaChange } from '../../../../shared/quotas/schema.ts'
import { placesByShare } from '../../../../shared/quotas/shares.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { toastError } from '../../ui/toast.tsx'

/** Filling in by ratio: what stands below each unit is counted when it is first wanted, and known from then on. */
export function createRatio(count: () => Promise<readonly Denominator[]>) {
  const [below, setBelow] = createSignal<ReadonlyMap<string, Denominator>>(new Map())
  const [step, setStep] = createSignal<'counting' | 'asking' | null>(null)
  return {
    step,
    /** How many units stand below this one. */
    below: (unit: string) => below().get(unit),
    all: () => [...below().values()],
    begin: async () => {
      setStep('counting')
      try {
        setBelow(new Map((await count()).map((each) => [each.unit, each])))
        setStep('asking')
      } catch (error) {
        setStep(null)
        toastError(error)
      }
    },
    end: () => setStep(null),
    /** How the number of an unsaved cell comes about, where it is a share. */
    says: (change: QuotaChange) => {
      const denominator = below().get(change.unit)
      return change.share && denominator ? inLanguage(explain(placesByShare(denominator, change.share).basis, change.limit)) : undefined
    },
  }
}
