/** Everything that a paged answer has, read to its end a page at a time. */
export async function everyRow<Row>(
  read: (cursor?: string) => Promise<{ rows: readonly Row[]; cursor?: string | undefined }>,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor)
  return rows
}
