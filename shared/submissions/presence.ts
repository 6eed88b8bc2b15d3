/** Someone who has a submission open to write in it: which section, and when this was last heard. */
export type Present = { person: string; name: string; section: string | null; at: string }

/** An open page says every `beat` seconds that it is there; who was not heard of for `gone` seconds has left. */
export const presenceSeconds = { beat: 30, gone: 75 } as const

/** Who else is at work on a submission now, the one heard of last first. */
export function othersPresent(all: readonly Present[], me: string, at: string): Present[] {
  const since = Date.parse(at) - presenceSeconds.gone * 1000
  return all
    .filter(({ person, at: heard }) => person !== me && Date.parse(heard) >= since)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ person, name, section, at: heard }) => ({ person, name, section, at: heard }))
}
