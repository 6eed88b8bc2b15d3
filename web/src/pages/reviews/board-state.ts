import { createEffect, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { mayTake, type Seat, seatOf, sitting } from '../../../../shared/reviews/board.ts'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/board.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { toastError } from '../../ui/toast.tsx'
import { officeApi as api } from './office-api.ts'

const load = (batch: string, category: string | undefined, from: number) =>
  answer(
    api.batches[':batch'].assignments.$get({
      param: { batch },
      query: { ...(category && { category }), from: String(from), limit: String(atOnce) },
    }),
  )
/** Submissions on one page of the board. */
export const atOnce = 30

type Shown = Awaited<ReturnType<typeof load>>
export type BoardExpert = Shown['experts'][number]
export type BoardRow = Shown['rows'][number]
/** A submission goes to an expert, is taken from one, or passes from one to another. */
export type Change = { submission: BoardRow; from?: BoardExpert; to?: BoardExpert }

/** The board of one category: what stands, the changes that are made to it one after the other, and the way back from the last. */
export function createBoard(asked: () => { batch: string; category: string | undefined; from: number }) {
  const [shown, setShown] = createStore<{ board?: Shown }>({})
  const [loading, setLoading] = createSignal(true)
  const [problem, setProblem] = createSignal<unknown>()
  const [said, setSaid] = createSignal('')
  const [last, setLast] = createSignal<Change | null>(null)
  const [busy, setBusy] = createSignal(false)
  let round = 0

  const read = async () => {
    const mine = ++round
    const { batch, category, from } = asked()
    setLoading(true)
    try {
      const board = await load(batch, category, from)
      if (mine !== round) return
      setProblem(undefined)
      if (!shown.board || shown.board.category !== board.category) return setShown({ board })
      // Rows and experts that stay keep their place in the page, and with it the focus.
      setShown('board', 'rows', reconcile(board.rows, { key: 'id' }))
      setShown('board', 'experts', reconcile(board.experts, { key: 'expert' }))
      setShown('board', 'total', board.total)
      setShown('board', 'notNow', board.notNow)
    } catch (error) {
      if (mine === round) setProblem(error)
    } finally {
      if (mine === round) setLoading(false)
    }
  }
  createEffect(
    on(
      () => JSON.stringify(asked()),
      () => {
        setLast(null)
        setSaid('')
        void read()
      },
    ),
  )

  /** Why the board is for looking at only. */
  const notNow = () => shown.board?.notNow
  const seat = (expert: BoardExpert, submission: BoardRow): Seat => seatOf(expert, submission)
  const act = actKey()
  const carryOut = async ({ submission, from, to }: Change) => {
    const { batch } = asked()
    // First given, then taken: a submission has never fewer experts than before.
    if (to) {
      await answer(
        api.batches[':batch'].assignments.$post(
          { param: { batch }, json: { submission: submission.id, expert: to.expert } },
          act.options(),
        ),
      )
      act.done()
    }
    if (from) {
      const param = { batch, submission: submission.id, expert: from.expert }
      await answer(api.batches[':batch'].submissions[':submission'].reviews[':expert'].$delete({ param }, act.options()))
      act.done()
    }
  }
  /** One change after the other: a press that comes while the last is on its way waits for it, and is judged by what stands then. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (doing: () => unknown) => {
    turn = turn.then(doing)
    return turn
  }
  /** Carries a change out, says it, and reads the board anew, whatever came of it. */
  const carry = async (wanted: Change, undoing = false) => {
    const { submission, from, to } = wanted
    if (to && !mayTake(seat(to, submission)))
      return setSaid(t('cannot', { title: quoted(submission.title), name: quoted(to.name), state: t(seat(to, submission)) }))
    setBusy(true)
    try {
      await carryOut(wanted)
      setLast(undoing ? null : wanted)
      const called = (expert?: BoardExpert) => quoted(expert?.name ?? '')
      const names = { title: quoted(submission.title), from: called(from), to: called(to), name: called(to ?? from) }
      setSaid(undoing ? t('undone') : from && to ? t('movedTo', names) : to ? t('assigned', names) : t('takenBack', names))
    } catch (error) {
      toastError(error)
    } finally {
      await read()
      setBusy(false)
    }
  }
  /** What a press on a cell does: assigns, takes back, or says why neither can be. */
  const press = (expert: BoardExpert, submission: BoardRow) =>
    inTurn(() => {
      const why = notNow()
      if (why) return setSaid(inLanguage(why))
      const now = seat(expert, submission)
      if (mayTake(now)) return carry({ submission, to: expert })
      if (now === 'held') return carry({ submission, from: expert })
      if (submission.settled) return setSaid(t('settled', { title: quoted(submission.title) }))
      setSaid(t('cannot', { title: quoted(submission.title), name: quoted(expert.name), state: t(now) }))
    })
  const change = (wanted: Change) =>
    inTurn(() => {
      const why = notNow()
      return why ? setSaid(inLanguage(why)) : carry(wanted)
    })
  const undo = () =>
    inTurn(() => {
      const made = last()
      if (made) return carry({ submission: made.submission, ...(made.to && { from: made.to }), ...(made.from && { to: made.from }) }, true)
    })
  const short = (row: BoardRow) => sitting(row) < (shown.board?.perSubmission ?? 0)
  /** Too few experts are a warning while more can be had. */
  const tone = (row: BoardRow) => (!short(row) ? 'good' : row.settled ? 'plain' : 'warn')
  return { board: () => shown.board, loading, problem, said, say: setSaid, last, busy, notNow, seat, short, tone, change, press, undo }
}
export type Board = ReturnType<typeof createBoard>

/** What the board is drawn from, as a table or as a list. */
export type BoardParts = {
  board: Board
  batch: string
  rows: readonly BoardRow[]
  experts: readonly BoardExpert[]
  wanted: number
  onByName: (row: BoardRow) => void
}
