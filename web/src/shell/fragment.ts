/** The token of a link stands in the fragment, so that no server log and no referrer holds it. */
export const tokenOf = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('t')
