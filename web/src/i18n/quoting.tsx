import { Index } from 'solid-js'

/** Around what people wrote within a sentence of ours. Unicode has them to keep the direction of what stands between from the rest; nobody sees them. */
const [begin, end] = ['\u2068', '\u2069']
const marks = /[\u2068\u2069]/

/** A name, a title or an address to be put into a sentence that `Quoting` shows. */
export const quoted = (written: string): string => written && begin + unmarked(written) + end
/** A sentence without the marks, for where it is not `Quoting` that shows it. */
export const unmarked = (text: string): string => text.split(marks).join('')

/** A sentence of ours; what of it people wrote is left as it is by whatever translates the page. The fragment goes on listening to its part. */
export function Quoting(props: { text: string }) {
  return <Index each={props.text.split(marks)}>{(part, i) => (i % 2 === 1 ? <span translate="no">{part()}</span> : <>{part()}</>)}</Index>
}
