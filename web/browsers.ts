import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filledIn } from './src/older-browsers.ts'

/**
 * What Chrome 99 or Safari 15.0 cannot read: a rule, or the whole script, would be dropped. What they may ignore without loss is not here.
 * Versions by MDN’s compatibility data.
 */
const styles: Record<string, RegExp> = {
  'cascade layers (Safari 15.4)': /@layer\b/,
  'container queries (Chrome 105, Safari 16)': /@container\b/,
  'scopes (Chrome 118, Safari 17.4)': /@scope\b/,
  'nested rules (Chrome 112, Safari 16.5)': /[{;]\s*&/,
  ':has() (Chrome 105, Safari 15.4)': /:has\(/,
  'oklch and oklab (Chrome 111, Safari 15.4)': /[:, (]okl(ab|ch)\(/,
  'color-mix() (Chrome 111, Safari 16.2)': /color-mix\(/,
  'light-dark() (Chrome 123, Safari 17.5)': /light-dark\(/,
  'units of the visible height (Chrome 108, Safari 15.4)': /\d(d|s|l)v(h|w)\b/,
  'ranges in media queries (Chrome 104, Safari 16.4)': /@media[^{]*[<>]/,
  'translate, rotate and scale by themselves (Chrome 104)': /[{;](translate|rotate|scale):/,
  'subgrid (Chrome 117, Safari 16)': /subgrid/,
}
const scripts: Record<string, RegExp> = {
  'looking behind in a pattern (Safari 16.4)': /\(\?<[=!]/,
  'static blocks (Safari 16.4)': /[{;}]static\{/,
  'sets of characters in a pattern (Chrome 112, Safari 17)': /\/[gimsuy]*v[gimsuy]*[;,.)]/,
}
/** Newer parts of the library, as they are called. Those in `older-browsers.ts` may be used. */
const library: Record<string, RegExp> = {
  findLast: /\.findLast\(/,
  findLastIndex: /\.findLastIndex\(/,
  toSorted: /\.toSorted\(/,
  toReversed: /\.toReversed\(/,
  toSpliced: /\.toSpliced\(/,
  hasOwn: /Object\.hasOwn\(/,
  structuredClone: /\bstructuredClone\(/,
  isWellFormed: /\.isWellFormed\(/,
  toWellFormed: /\.toWellFormed\(/,
  groupBy: /(Object|Map)\.groupBy\(/,
  withResolvers: /Promise\.withResolvers\(/,
  fromAsync: /Array\.fromAsync\(/,
  randomUUID: /crypto\.randomUUID\(/,
  timeout: /AbortSignal\.timeout\(/,
  any: /AbortSignal\.any\(/,
  union: /\.(union|intersection|isSubsetOf|isSupersetOf|symmetricDifference)\(/,
}

/** An `@supports` block is read only by browsers that know what it asks for. */
function outsideSupports(css: string): string {
  let out = ''
  for (let i = 0; i < css.length; ) {
    if (!css.startsWith('@supports', i)) {
      out += css[i++]
      continue
    }
    let depth = 0
    for (; i < css.length; i++) {
      if (css[i] === '{') depth++
      if (css[i] === '}' && --depth === 0) break
    }
    i++
  }
  return out
}

const matches = (named: Record<string, RegExp>, text: string) => Object.keys(named).filter((name) => named[name]?.test(text))

/** Everything in the built files that the oldest browsers served would stumble over, one line each. */
export function tooNew(dist: string): string[] {
  const folder = join(dist, 'assets')
  return readdirSync(folder).flatMap((name) => {
    const text = () => readFileSync(join(folder, name), 'utf8')
    // The one :has() of the public pages gives elder mode where there is no script; without it they are read as they are.
    const known = (what: string) => name === 'site.css' && what.startsWith(':has()')
    if (name.endsWith('.css'))
      return matches(styles, outsideSupports(text()))
        .filter((what) => !known(what))
        .map((what) => `${name}: ${what}`)
    if (!name.endsWith('.js')) return []
    const missing = matches(library, text()).filter((what) => !filledIn.includes(what))
    return [...matches(scripts, text()), ...missing].map((what) => `${name}: ${what}`)
  })
}
