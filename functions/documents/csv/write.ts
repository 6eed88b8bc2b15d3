/** What a spreadsheet program would take for a formula. */
const formula = /^[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180) that opens right in Excel too: in UTF-8 with its mark, quoted where needed, and with an apostrophe before what would
 * otherwise be calculated instead of read.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(text: string): string {
  const read = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(read) ? `"${read.replaceAll('"', '""')}"` : read
}
