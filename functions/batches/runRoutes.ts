import { Hono } from 'hono'
import { missing } from '../../shared/batches/checklist.ts'
import { datesAfterPause, leaveStage, lengthOfPause, lives, moveDeadline } from '../../shared/batches/lifecycle.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { type Outcome, refuse } from '../../shared/outcome.ts'
import { answer, body, refused, settled } from '../api/answer.ts'
import { Reason } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { concluded } from '../notices/announced.ts'
import { concludes, stillApproved } from '../notices/sheets.ts'
import { runningRow } from '../workflow/runs.ts'
import { answerWrite, passOn } from '../workflow/signals.ts'
import { stages } from '../workflow/stages.ts'
import { Deadline, Leaving, Resuming } from './schema.ts'
import { moveBatch } from './store.ts'
import { ownRubric, templateOfBatch } from './views.ts'

const tag = 'batches'
type On = { batch: Batch; doing: Doing }

/** The index of a stage named by its key or by its number in the plan; -1 when there is none. */
const stageNamed = (batch: Batch, name: string) => {
  const index = batch.stages.findIndex(({ key: each }) => each === name)
  return index >= 0 ? index : /^\d{1,2}$/.test(name) && Number(name) < batch.stages.length ? Number(name) : -1
}
const about = (batch: Batch, index: number) => ({ batch: batch.id, stage: index, stageKind: batch.stages[index]?.kind ?? '' })

const save = async ({ batch, doing }: On, move: Move, also: readonly Write[] = []): Promise<Outcome<{ repeated: boolean }>> =>
  settled(batch.pk, doing, await table.commit(doing, [move], also))
const again = ({ batch, doing }: On, refusal: Outcome<never>) => settled<{ repeated: boolean }>(batch.pk, doing, refusal)

/** Running a batch: opening it, moving its deadlines, pausing and ending it, and ending a stage by decision. What follows is done by reaction. */
export const runRoutes = new Hono()
  .post('/batches/:batch/open', on.batch('batch.run'), describe(tag, 'Opens the batch, when nothing is missing'), async (c) => {
    const { batch, doing } = c.var
    const template = templateOfBatch(batch)
    const allowed = lives(batch, 'batch.opened')
    if (!allowed.ok) return answer(c, await again(c.var, allowed))
    const lacking = missing(batch, template, await ownRubric(batch), doing.at)
    if (lacking.length > 0) return refused(c, refuse('batch.incomplete', { problems: lacking.length }), { missing: lacking })
    const fact = {
      type: 'batch.opened' as const,
      batch: batch.id,
      title: batch.title,
      host: batch.host.id,
      template: `${template.key}@${template.version}`,
    }
    const move = moveBatch(batch, fact, { state: allowed.value, openedAt: doing.at })
    const running = writes.putNew(runningRow(batch), refuse('changed-meanwhile'))
    return answer(c, await save(c.var, move, [...stages.fresh(batch), running]))
  })
  .post(
    '/batches/:batch/stages/:key/deadline',
    on.batch('batch.run'),
    describe(tag, 'Moves the closing time of a stage: later, earlier, or now'),
    body(Deadline),
    async (c) => {
      const { batch, doing } = c.var
      const { closes, later, reason } = c.req.valid('json')
      const index = stageNamed(batch, c.req.param('key'))
      const moved = moveDeadline(batch, index, { closes: closes === 'now' ? doing.at : closes, later }, doing.at)
      if (!moved.ok) return answer(c, await again(c.var, moved))
      const { stages: plan, from, to } = moved.value
      const fact = {
        type: 'batch.deadline-moved' as const,
        ...about(batch, index),
        from,
        to,
        shifted: later === 'shift' && to > from,
        reason,
      }
      return answer(c, await save(c.var, moveBatch(batch, fact, { stages: plan }), await stages.follow(batch, plan, index)))
    },
  )
  .post(
    '/batches/:batch/pause',
    on.batch('batch.run'),
    describe(tag, 'Pauses the batch: nothing can be done in it'),
    body(Reason),
    async (c) => {
      const { batch, doing } = c.var
      const allowed = lives(batch, 'batch.paused')
      if (!allowed.ok) return answer(c, await again(c.var, allowed))
      const fact = { type: 'batch.paused' as const, batch: batch.id, ...c.req.valid('json') }
      return answer(c, await save(c.var, moveBatch(batch, fact, { state: allowed.value, pausedAt: doing.at })))
    },
  )
  .post(
    '/batches/:batch/resume',
    on.batch('batch.run'),
    describe(tag, 'Resumes it; with shift, dates that had not come move by the length of the pause'),
    body(Resuming),
    async (c) => {
      const { batch, doing } = c.var
      const { reason, shift } = c.req.valid('json')
      const allowed = lives(batch, 'batch.resumed')
      if (!allowed.ok) return answer(c, await again(c.var, allowed))
      const since = batch.pausedAt ?? doing.at
      const plan = shift ? datesAfterPause(batch.stages, since, doing.at) : batch.stages
      const lost = shift ? lengthOfPause(since, doing.at) : 0
      const move = moveBatch(
        batch,
        { type: 'batch.resumed', batch: batch.id, reason, since, lost },
        { state: allowed.value, stages: plan },
        ['pausedAt'],
      )
      return answer(c, await save(c.var, move, await stages.follow(batch, plan)))
    },
  )
  .post('/batches/:batch/cancel', on.batch('batch.run'), describe(tag, 'Cancels it for good'), body(Reason), async (c) => {
    const { batch } = c.var
    const allowed = lives(batch, 'batch.cancelled')
    if (!allowed.ok) return answer(c, await again(c.var, allowed))
    const fact = { type: 'batch.cancelled' as const, batch: batch.id, ...c.req.valid('json') }
    return answer(c, await save(c.var, moveBatch(batch, fact, { state: allowed.value }), [writes.remove(key.running(batch.id))]))
  })
  .post(
    '/batches/:batch/stages/:key/leave',
    on.batch('batch.run'),
    describe(tag, 'Ends the stage the batch is in by decision'),
    body(Leaving),
    async (c) => {
      const { batch, doing } = c.var
      const index = stageNamed(batch, c.req.param('key'))
      const so = await concluded(batch)
      const left = leaveStage(batch, index, so, doing.at)
      if (!left.ok) return answer(c, await again(c.var, left))
      const fact = { type: 'stage.decided' as const, ...about(batch, index), ...c.req.valid('json') }
      const closes = left.value.stages[index]?.closes ?? null
      const answered = { ...answerWrite(batch.id, index, { why: 'decided', at: doing.at }, { closes }), otherwise: refuse('stage.left') }
      const kind = batch.stages[index]?.kind
      const also = [
        answered,
        ...(kind === 'deliberate' || kind === 'notice' ? stillApproved(batch, so.sheets) : []),
        ...(kind === 'notice' ? concludes(so.notices, doing.at) : []),
      ]
      const saved = await save(c.var, moveBatch(batch, fact, left.value), also)
      if (saved.ok) await passOn(batch.id, index)
      return answer(c, saved)
    },
  )
