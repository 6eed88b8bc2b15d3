/** The token of a link stands in the fragment, so that no server log and no referrer holds it. */
export const tokenOf = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('t')

/** Whether the link came while an invitation was to be answered. What it says only chooses words: the server knows. */
export const invitedBy = (hash: string): boolean => new URLSearchParams(hash.replace(/^#/, '')).has('invited')
