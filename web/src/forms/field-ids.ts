/** Ids of controls on the page, so that error summaries and links of the check page lead to them. */
export const fieldId = (section: string, field: string): string => `f-${section}-${field}`
export const cellId = (section: string, field: string, row: number, column: string): string => `${fieldId(section, field)}-${row}-${column}`
