/** Whether a text can be an email address: a name before and a dot after its @. The server judges it in full. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
