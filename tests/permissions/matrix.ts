/** Roles by letter: administrator, operator, approver (P), editor, system (Y), security, audit (U). */
export const letters = { A: 'administrator', O: 'operator', P: 'approver', E: 'editor', Y: 'system', S: 'security', U: 'audit' } as const
const all = 'AOPEYSU'

/**
 * The units of the test, from the top: one over the host, the host, the unit that recommends, one that only lies between,
 * the applicant's own, another unit below the host, and one that lies elsewhere.
 */
export const units = ['over', 'host', 'endorsing', 'between', 'own', 'neighbour', 'stranger'] as const
export type UnitName = (typeof units)[number]
/** Letters of the roles that may, by unit; experts and approvers of this batch; `visitor` for everybody, whoever they are. */
export type Who = Partial<Record<UnitName, string>> & { expert?: true; decider?: true; visitor?: true }

const each = (roles: string): Who => Object.fromEntries(units.map((unit) => [unit, roles]))
const invited = (roles: string): Who => ({ endorsing: roles, between: roles, own: roles, neighbour: roles })
const members = each(all)
const everyone: Who = { ...members, visitor: true }

/** Who may do what by which route, read line by line against the policy: a difference between the two is a mistake in one of them. */
export const matrix: Record<string, { who: Who; routes: readonly string[] }> = {
  'session.open': {
    who: everyone,
    routes: [
      'POST /sign-in',
      'POST /sign-in/link',
      'POST /sign-in/redeem',
      'POST /sign-out',
      'POST /invitations/preview',
      'POST /invitations/accept',
    ],
  },
  'self.manage': {
    who: members,
    routes: [
      'GET /me',
      'PUT /me',
      'POST /me/active',
      'GET /me/sessions',
      'DELETE /me/sessions',
      'DELETE /me/sessions/:session',
      'PUT /me/password',
      'POST /me/leave',
    ],
  },
  'members.read': {
    who: { own: 'A', between: 'A', endorsing: 'A', host: 'A', over: 'A' },
    routes: [
      'GET /organisations/:organisation/members',
      'GET /organisations/:organisation/accounts',
      'GET /organisations/:organisation/accounts/counts',
      'GET /organisations/:organisation/accounts.xlsx',
    ],
  },
  'members.manage': {
    who: { own: 'A', between: 'A', endorsing: 'A', host: 'A', over: 'A' },
    routes: [
      'POST /organisations/:organisation/members',
      'POST /organisations/:organisation/members/:person/resend',
      'POST /organisations/:organisation/members/:person/address',
      'PUT /organisations/:organisation/members/:person/roles',
      'POST /organisations/:organisation/members/:person/suspend',
      'POST /organisations/:organisation/members/:person/reinstate',
      'DELETE /organisations/:organisation/members/:person',
      'POST /organisations/:organisation/accounts/import',
      'POST /organisations/:organisation/accounts/import/:import/apply',
      'GET /organisations/:organisation/accounts/import/:import/checked',
    ],
  },
  'template.read': { who: members, routes: ['GET /templates', 'GET /templates/:key'] },
  'batch.list': { who: members, routes: ['GET /batches'] },
  'batch.draft': { who: each('A'), routes: ['POST /batches'] },
  'batch.read': { who: { host: 'AOP', ...invited(all) }, routes: ['GET /batches/:batch'] },
  'batch.configure': {
    who: { host: 'A' },
    routes: [
      'PATCH /batches/:batch',
      'DELETE /batches/:batch',
      'GET /batches/:batch/checklist',
      'GET /batches/:batch/quotas/denominators',
      'POST /batches/:batch/quotas/propose',
      'PUT /batches/:batch/quotas',
      'PUT /batches/:batch/mails/:key',
    ],
  },
  'batch.watch': {
    who: { host: 'AOP' },
    routes: [
      'GET /batches/:batch/preview',
      'GET /batches/:batch/quotas',
      'GET /batches/:batch/mails',
      'GET /batches/:batch/progress',
      'GET /batches/:batch/live',
      'GET /batches/:batch/completeness',
      'GET /batches/:batch/completeness.xlsx',
      'GET /batches/:batch/submissions',
      'GET /batches/:batch/submissions.xlsx',
    ],
  },
  'batch.run': {
    who: { host: 'A' },
    routes: [
      'POST /batches/:batch/open',
      'POST /batches/:batch/stages/:key/deadline',
      'POST /batches/:batch/pause',
      'PUT /batches/:batch/extension',
      'POST /batches/:batch/resume',
      'POST /batches/:batch/cancel',
      'POST /batches/:batch/stages/:key/leave',
    ],
  },
  'audit.read': {
    who: { host: 'AU' },
    routes: ['GET /batches/:batch/events', 'GET /batches/:batch/events/check', 'GET /batches/:batch/events.xlsx'],
  },
  'organisation.pick': { who: members, routes: ['GET /organisations/names'] },
  'organisation.read': {
    who: { own: all, between: all, endorsing: all, host: all, over: all },
    routes: ['GET /organisations/:organisation', 'GET /organisations/:organisation/below'],
  },
  'organisation.create-below': {
    who: { own: 'A', between: 'A', endorsing: 'A', host: 'A', over: 'A' },
    routes: ['POST /organisations/:organisation/below'],
  },
  'organisation.change': {
    who: { between: 'A', endorsing: 'A', host: 'A', over: 'A' },
    routes: ['PATCH /organisations/:organisation', 'POST /organisations/:organisation/close'],
  },
  'organisation.audit': {
    who: { own: 'AU', between: 'AU', endorsing: 'AU', host: 'AU', over: 'AU' },
    routes: ['GET /organisations/:organisation/events'],
  },
  'register.import': {
    who: { own: 'A' },
    routes: [
      'POST /organisations/:organisation/register',
      'POST /organisations/:organisation/register/:import/apply',
      'GET /organisations/:organisation/register/:import/checked',
    ],
  },
  'experts.register': {
    who: { own: 'AO' },
    routes: [
      'GET /organisations/:organisation/experts',
      'POST /organisations/:organisation/experts',
      'PUT /organisations/:organisation/experts/:expert',
    ],
  },
  'reviews.watch': {
    who: { host: 'AOP' },
    routes: [
      'GET /batches/:batch/experts',
      'GET /batches/:batch/assignments',
      'GET /batches/:batch/categories/:key/panel',
      'GET /batches/:batch/submissions/:submission/reviews',
      'GET /batches/:batch/submissions/:submission/reviews/:expert/document',
    ],
  },
  'experts.manage': {
    who: { host: 'AO' },
    routes: [
      'POST /batches/:batch/experts',
      'POST /batches/:batch/experts/remind',
      'POST /batches/:batch/experts/:expert/revoke',
      'POST /batches/:batch/experts/:expert/replace',
      'POST /batches/:batch/assignments/balanced',
      'POST /batches/:batch/assignments',
      'DELETE /batches/:batch/submissions/:submission/reviews/:expert',
      'POST /batches/:batch/submissions/:submission/reviews/:expert/reopen',
    ],
  },
  'link.open': { who: everyone, routes: ['POST /link/open', 'POST /link/close'] },
  'review.read': {
    who: { expert: true },
    routes: [
      'GET /batches/:batch/desk',
      'GET /batches/:batch/desk/:submission',
      'GET /batches/:batch/desk/:submission/files/:file',
      'GET /batches/:batch/desk/:submission/pdf',
    ],
  },
  'review.write': {
    who: { expert: true },
    routes: [
      'POST /batches/:batch/desk/accept',
      'POST /batches/:batch/desk/decline',
      'PUT /batches/:batch/desk/:submission',
      'POST /batches/:batch/desk/:submission/submit',
      'POST /batches/:batch/desk/:submission/conflict',
      'POST /batches/:batch/desk/:submission/conflict/undo',
    ],
  },
  'decisions.read': {
    who: { host: 'AOP', decider: true },
    routes: [
      'GET /batches/:batch/categories/:key/sheet',
      'GET /batches/:batch/categories/:key/sheet/export',
      'GET /batches/:batch/categories/:key/sheet/document',
      'GET /batches/:batch/sheets',
    ],
  },
  'decisions.make': {
    who: { host: 'AO' },
    routes: [
      'PUT /batches/:batch/categories/:key/decisions/:submission',
      'POST /batches/:batch/categories/:key/sheet/line',
      'POST /batches/:batch/categories/:key/sheet/reopen',
      'POST /batches/:batch/categories/:key/sheet/send',
      'POST /batches/:batch/categories/:key/sheet/withdraw',
    ],
  },
  'decisions.approve': {
    who: { decider: true },
    routes: ['POST /batches/:batch/categories/:key/sheet/approve', 'POST /batches/:batch/categories/:key/sheet/send-back'],
  },
  'notice.read': { who: { host: 'AOP', ...invited(all) }, routes: ['GET /batches/:batch/notices'] },
  'notice.manage': {
    who: { host: 'AO' },
    routes: [
      'POST /batches/:batch/notices',
      'POST /batches/:batch/notices/preview',
      'GET /batches/:batch/objections',
      'POST /batches/:batch/objections/:notice/:objection/notes',
      'POST /batches/:batch/objections/:notice/:objection/settle',
    ],
  },
  'notice.object': { who: everyone, routes: ['POST /notices/:notice/objections'] },
  'award.manage': {
    who: { host: 'AO' },
    routes: [
      'GET /batches/:batch/publication',
      'GET /batches/:batch/publication/preview',
      'POST /batches/:batch/publication',
      'POST /awards/:award/revoke',
    ],
  },
  'award.list': { who: { host: 'AOP', ...invited(all) }, routes: ['GET /batches/:batch/awards'] },
  'award.read': {
    who: { own: all, between: 'AOP', endorsing: 'AOP', host: 'AOP', over: 'AOP' },
    routes: [
      'GET /organisations/:organisation/awards',
      'GET /awards/:award',
      'GET /awards/:award/files/:file',
      'GET /awards/:award/files/:file/content',
    ],
  },
  'award.post': {
    who: { own: 'AOE' },
    routes: [
      'POST /awards/:award/posts',
      'POST /awards/:award/posts/:post/withdraw',
      'POST /awards/:award/files',
      'POST /awards/:award/files/:file/parts',
      'POST /awards/:award/files/:file/complete',
    ],
  },
  'submission.list-own': { who: each('AOP'), routes: ['GET /submissions', 'GET /submissions/lately'] },
  'submission.find': { who: members, routes: ['GET /submissions/found'] },
  'submission.start': { who: invited('AO'), routes: ['POST /batches/:batch/submissions'] },
  'submission.read': {
    who: { own: all, endorsing: 'AOP', host: 'AOP' },
    routes: [
      'GET /batches/:batch/submissions/:submission',
      'GET /batches/:batch/submissions/:submission/form',
      'GET /batches/:batch/submissions/:submission/answers',
      'GET /batches/:batch/submissions/:submission/sections/:key',
      'GET /batches/:batch/submissions/:submission/versions',
      'GET /batches/:batch/submissions/:submission/versions/:number',
      'GET /batches/:batch/submissions/:submission/versions/:number/pdf',
      'GET /batches/:batch/submissions/:submission/path',
      'GET /batches/:batch/submissions/:submission/files/:file/content',
    ],
  },
  'submission.edit': {
    who: { own: 'AO' },
    routes: [
      'PUT /batches/:batch/submissions/:submission/sections/:key',
      'POST /batches/:batch/submissions/:submission/discard',
      'POST /batches/:batch/submissions/:submission/presence',
      'GET /batches/:batch/submissions/:submission/files',
      'POST /batches/:batch/submissions/:submission/files',
      'GET /batches/:batch/submissions/:submission/files/:file',
      'GET /batches/:batch/submissions/:submission/files/:file/parts',
      'POST /batches/:batch/submissions/:submission/files/:file/parts',
      'POST /batches/:batch/submissions/:submission/files/:file/complete',
      'DELETE /batches/:batch/submissions/:submission/files/:file',
    ],
  },
  'submission.submit': {
    who: { own: 'AOP' },
    routes: ['POST /batches/:batch/submissions/:submission/submit', 'POST /batches/:batch/submissions/:submission/recall'],
  },
  'audit.read-own': { who: { own: 'AOP', endorsing: 'AOP', host: 'AOPU' }, routes: ['GET /batches/:batch/submissions/:submission/events'] },
  'submission.screen': {
    who: { host: 'AOP' },
    routes: [
      'POST /batches/:batch/submissions/:submission/qualify',
      'POST /batches/:batch/submissions/:submission/disqualify',
      'POST /batches/:batch/screening',
    ],
  },
  'submission.endorse': {
    who: { endorsing: 'AOP' },
    routes: [
      'POST /batches/:batch/submissions/:submission/recommend',
      'POST /batches/:batch/submissions/:submission/return',
      'POST /batches/:batch/submissions/:submission/correction',
      'POST /batches/:batch/submissions/:submission/take-up',
      'POST /batches/:batch/submissions/:submission/decline',
      'POST /batches/:batch/submissions/:submission/undo',
    ],
  },
  'list.read': {
    who: { host: 'AOP', ...invited('AOP') },
    routes: [
      'GET /batches/:batch/units/:organisation/submissions',
      'GET /batches/:batch/units/:organisation/submissions.xlsx',
      'GET /batches/:batch/units/:organisation/standings',
      'GET /batches/:batch/units/:organisation/standings.xlsx',
      'GET /batches/:batch/units/:organisation/lists',
      'GET /batches/:batch/units/:organisation/lists/:key',
      'GET /batches/:batch/units/:organisation/lists/:key/document',
      'GET /batches/:batch/units/:organisation/lists/:key/files/:file',
      'GET /batches/:batch/units/:organisation/lists/:key/files/:file/content',
    ],
  },
  'list.manage': {
    who: invited('AOP'),
    routes: [
      'POST /batches/:batch/units/:organisation/bulk',
      'PUT /batches/:batch/units/:organisation/lists/:key/order',
      'POST /batches/:batch/units/:organisation/lists/:key/files',
      'PUT /batches/:batch/units/:organisation/lists/:key/scan',
    ],
  },
  'list.confirm': { who: invited('AP'), routes: ['POST /batches/:batch/units/:organisation/lists/:key/confirm'] },
  'list.reopen': { who: { host: 'AP' }, routes: ['POST /batches/:batch/units/:organisation/lists/:key/reopen'] },
}
