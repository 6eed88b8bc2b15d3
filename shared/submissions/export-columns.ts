/** The columns that a list of submissions can be exported with. */
export const exportColumns = ['receipt', 'title', 'category', 'unit', 'institution', 'state', 'order', 'progress', 'submittedAt'] as const
export type ExportColumn = (typeof exportColumns)[number]
