import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { environment } from './environment.ts'

const s3 = new S3Client({})
const types = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  xml: 'application/xml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const

/** Puts a page of the public site; readers see it within a minute. */
export async function putPage(path: string, content: string | Uint8Array): Promise<void> {
  const type = types[path.split('.').at(-1) as keyof typeof types] ?? types.html
  await s3.send(
    new PutObjectCommand({
      Bucket: environment().SITE_BUCKET,
      Key: path,
      Body: content,
      ContentType: type,
      CacheControl: 'public, max-age=60',
    }),
  )
}

export async function removePage(path: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: environment().SITE_BUCKET, Key: path }))
}

/** Puts a public file, to be downloaded under the last part of its path. */
export const publishFile = (path: string, content: Uint8Array): Promise<void> => putPage(path, content)
