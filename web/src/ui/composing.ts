/**
 * Whether a key belongs to an input method and not to the page: to a word that is being composed, or the one that ends it, of which Safari tells only after the
 * end, with the code of all keys that an input method takes.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229
