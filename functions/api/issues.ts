import type * as z from 'zod'
import type { Issue, IssueKind } from '../../shared/request.ts'

/** Issues of one request that are told; a body of rubbish has thousands. */
const told = 20
/** Characters of a path that are told: keys of a request are its sender's words. */
const longestPath = 100

/** What a schema has against a request, as kinds of our own: the library's words are for those who write code, and in one language. */
export function issuesOf(issues: readonly z.core.$ZodIssue[], given: unknown): Issue[] {
  return issues
    .slice(0, told)
    .flatMap((issue) => kindsOf(issue, [], given))
    .slice(0, told)
}

function kindsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], given: unknown): Issue[] {
  const path = [...above, ...issue.path]
  const at = (kind: IssueKind, limit?: number | string): Issue[] => [{ path: named(path), kind, ...(limit !== undefined && { limit }) }]
  switch (issue.code) {
    case 'invalid_type':
      return at(valueAt(given, path) === undefined ? 'missing' : 'wrong-type')
    case 'too_small':
      return at(small[issue.origin] ?? 'too-small', String(issue.minimum))
    case 'too_big':
      return at(big[issue.origin] ?? 'too-large', String(issue.maximum))
    case 'invalid_format':
      return at(formats[issue.format] ?? 'bad-format')
    case 'invalid_value':
      return at(valueAt(given, path) === undefined ? 'missing' : 'not-a-choice')
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: named([...path, key]), kind: 'unknown-key' }))
    case 'invalid_union': {
      // What was nearly right under one branch is said by that branch; else nothing of the kind was given.
      const near = issue.errors.find(
        (branch) => branch.length > 0 && branch.every(({ code, path: inside }) => code !== 'invalid_type' || inside.length > 0),
      )
      return near ? near.flatMap((each) => kindsOf(each, path, given)) : at(valueAt(given, path) === undefined ? 'missing' : 'wrong-type')
    }
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return at('invalid')
  }
}

const small: Record<string, IssueKind> = { string: 'too-short', array: 'too-few', set: 'too-few', map: 'too-few', file: 'too-small' }
const big: Record<string, IssueKind> = { string: 'too-long', array: 'too-many', set: 'too-many', map: 'too-many', file: 'too-large' }
const formats: Record<string, IssueKind> = { email: 'bad-email', datetime: 'bad-date', date: 'bad-date', time: 'bad-date' }

const named = (path: readonly PropertyKey[]) => path.map(String).join('.').slice(0, longestPath)
const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    given,
  )
