import type { Post } from '../../shared/awards/schema.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { load } from '../aws/files.ts'
import { key } from '../aws/keys.ts'
import { publishFile, removePage } from '../aws/site.ts'
import { type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { withoutTraces } from './pictures.ts'

export type Shown = NonNullable<FileRow['shown']>
/** Pictures that can be cleaned; others stand by their names. */
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
/** Bytes up to which a picture is shown. */
const largest = 30 * 1024 * 1024

/**
 * Lets the pictures of an award's posts lie on the site, without what cameras write into them, and takes away those of posts that are not there any more. The row
 * of a file says where it lies, after it lies there and until it is gone, so that it can be done again from anywhere.
 */
export async function shownPictures(award: string, posts: readonly Pick<Post, 'files'>[]): Promise<Map<string, Shown>> {
  const wanted = new Set(posts.flatMap(({ files }) => files.map(({ id }) => id)))
  const rows = await table.all<FileRow>({ pk: key.award(award).pk, begins: 'FILE#', consistent: true })
  const shown = new Map<string, Shown>()
  for (const row of rows) {
    if (wanted.has(row.id)) {
      const place = row.shown ?? (await show(award, row))
      if (place) shown.set(row.id, place)
    } else if (row.shown) await hide(row, row.shown)
  }
  return shown
}

async function show(award: string, row: FileRow): Promise<Shown | undefined> {
  const ending = endings[row.type]
  if (!ending || !row.object || row.bytes > largest) return undefined
  const loaded = await load(row.object)
  const picture = loaded && withoutTraces(loaded.content, row.type)
  if (!picture) return undefined
  const path = publicPath.picture(award, row.id, ending)
  await publishFile(path, picture.bytes)
  const place: Shown = { path, width: picture.width, height: picture.height }
  await mark(row, { shown: place })
  return place
}

async function hide(row: FileRow, { path }: Shown): Promise<void> {
  await removePage(path)
  await mark(row, {}, ['shown'])
}

/** Where a file lies is no change of what it is: it has no event. */
async function mark(row: Pick<Row, 'pk' | 'sk'>, set: Partial<FileRow>, remove: (keyof FileRow)[] = []): Promise<void> {
  await table.write(writes.update({ pk: row.pk, sk: row.sk }, set, { expression: 'attribute_exists(pk)', remove }, 'done'))
}
