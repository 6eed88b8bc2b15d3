const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** An instant as people read it in refusals and mails: Beijing time, to the minute, `2024-10-10 17:00`. */
export const beijing = (instant: string): string => clock.format(new Date(instant))
