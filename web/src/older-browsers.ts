/**
 * What Chrome 99 and Safari 15.0 lack of the language’s own library and the pages use. Each is added only where it is missing;
 * `browsers.ts` finds what a built page uses beyond this list.
 */
type Filling = { on: object; name: string; value: (...given: never[]) => unknown }

const copied = <T>(list: readonly T[], change: (copy: T[]) => unknown): T[] => {
  const copy = [...list]
  change(copy)
  return copy
}

/** Data as pages hold it: plain objects, lists, dates, words and numbers. */
function cloned<T>(value: T): T {
  if (value instanceof Date) return new Date(value) as T
  if (Array.isArray(value)) return value.map(cloned) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cloned(each)])) as T
}

function at(this: ArrayLike<unknown> | string, index: number) {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}
function findLast<T>(this: readonly T[], is: (each: T, index: number, all: readonly T[]) => unknown) {
  return this[findLastIndex.call(this, is as never)] as T | undefined
}
function findLastIndex<T>(this: readonly T[], is: (each: T, index: number, all: readonly T[]) => unknown) {
  for (let i = this.length - 1; i >= 0; i--) if (is(this[i] as T, i, this)) return i
  return -1
}
function toSorted<T>(this: readonly T[], by?: (a: T, b: T) => number) {
  return copied(this, (copy) => copy.sort(by))
}
function toReversed<T>(this: readonly T[]) {
  return copied(this, (copy) => copy.reverse())
}
function toSpliced<T>(this: readonly T[], ...given: [number, number, ...T[]]) {
  return copied(this, (copy) => copy.splice(...given))
}
function replaceInCopy<T>(this: readonly T[], index: number, value: T) {
  return copied(this, (copy) => copy.splice(index, 1, value))
}
/** A surrogate that stands alone is no character. */
function isWellFormed(this: string) {
  return !/[\ud800-\udbff](?![\udc00-\udfff])/.test(this) && !/(^|[^\ud800-\udbff])[\udc00-\udfff]/.test(this)
}
const hasOwn = (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key) !== undefined
function grouped<T, K>(list: Iterable<T>, of: (each: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const each of list) {
    const key = of(each, index++)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
const groupedInObject = <T>(list: Iterable<T>, of: (each: T, index: number) => PropertyKey) =>
  Object.assign(Object.create(null), Object.fromEntries(grouped(list, of)))
const structuredClone = cloned

const fillings: Filling[] = [
  ...[Array.prototype, String.prototype].map((on) => ({ on, name: 'at', value: at })),
  ...Object.entries({ findLast, findLastIndex, toSorted, toReversed, toSpliced, with: replaceInCopy }).map(([name, value]) => ({
    on: Array.prototype,
    name,
    value,
  })),
  { on: String.prototype, name: 'isWellFormed', value: isWellFormed },
  { on: Object, name: 'hasOwn', value: hasOwn },
  { on: Object, name: 'groupBy', value: groupedInObject },
  { on: Map, name: 'groupBy', value: grouped },
  { on: globalThis, name: 'structuredClone', value: structuredClone },
]

/** Adds what is missing; to anything but the browser itself only in tests. */
export function fillIn(missing: (filling: Filling) => boolean = ({ on, name }) => !(name in on)): void {
  for (const filling of fillings.filter(missing))
    Object.defineProperty(filling.on, filling.name, { value: filling.value, writable: true, configurable: true })
}

/** The names of all of them, as they are written in a script. */
export const filledIn: readonly string[] = [...new Set(fillings.map(({ name }) => name))]
