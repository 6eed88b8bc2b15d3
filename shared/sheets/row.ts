/** One row of an uploaded sheet as texts. `line` is where it starts in the file (from 1), `lines` how many physical lines it takes. */
export type SheetRow = { line: number; lines: number; cells: string[] }

export const isBlank = (row: SheetRow): boolean => row.cells.every((cell) => cell.trim() === '')
