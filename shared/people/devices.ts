/** Traces of where a person signs in from: never the address or the whole user agent, only a family of browsers and a stretch of the network. */

const browsers = [
  ['微信', /MicroMessenger\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['QQ', /QQBrowser\//],
  ['360', /360SE|QihooBrowser/i],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
] as const

const first = (known: readonly (readonly [string, RegExp])[], agent: string) => known.find(([, pattern]) => pattern.test(agent))?.[0]

/** Browser family and system of a user agent, as a person recognises their device by; without versions, so that an update is no new device. Nothing where neither is known. */
export function deviceOf(agent: string | undefined): string | undefined {
  const parts = agent ? [first(browsers, agent), first(systems, agent)].filter((part) => part !== undefined) : []
  return parts.join(' · ') || undefined
}

/**
 * The stretch of the network an address lies in: the first 16 bits of IPv4, the first 32 of IPv6. `forwarded` is the header `X-Forwarded-For`;
 * the last entry is what stands before our gateway, the one before it the caller as that saw it. What callers write in front counts for nothing.
 */
export function networkOf(forwarded: string | undefined): string | undefined {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim())
  const address = (hops.at(-2) ?? hops.at(-1) ?? '').replace(/^::ffff:/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return address.split('.').slice(0, 2).join('.')
  if (!address.includes(':')) return undefined
  const groups = address.split('::')[0]?.split(':') ?? []
  return [groups[0] || '0', groups[1] || '0'].map((group) => group.toLowerCase()).join(':')
}

/** So many traces are kept of a person; the oldest is forgotten first. */
export const tracesKept = 20

/**
 * A sign-in is unusual when the person has signed in before and never with this kind of device, or never from this stretch of the network.
 * The very first is not; what was seen longest ago may have been forgotten and is then told again.
 */
export const isUnusual = (known: readonly string[], traces: readonly string[]): boolean =>
  known.length > 0 && traces.some((trace) => !known.includes(trace))

/** What is known after a sign-in: what was seen now stands last. */
export const withTraces = (known: readonly string[], traces: readonly string[]): string[] =>
  [...known.filter((trace) => !traces.includes(trace)), ...traces].slice(-tracesKept)
