/** How long anything is waited for on a page, ms: a machine may be slow or busy, and what is slow for people is found by figures, not by giving up. */
export const patience = 60_000
