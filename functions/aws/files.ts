import { downloadSeconds } from '../../shared/files/schema.ts'
import { attachment } from './disposition.ts'
import { environment } from './environment.ts'

/** The bucket of files. `quarantine/` is written by browsers and read by the check alone; `clean/` and `documents/` are read by signed links. */
/** The SDK of the store is a tenth of the API's code and few requests touch it, so it is loaded when one does. */
const store = () => import('./sdk/s3.ts')
const Bucket = () => environment().FILES_BUCKET
/** Whatever a file says of itself, a browser is told that it is bytes to be kept, never a page. */
const asBytes = 'application/octet-stream'

export const quarantine = (owner: string, of: string, file: string) => `quarantine/${owner}/${of}/${file}`

/** A form by which a browser may send exactly this object, of at most so many bytes. */
export async function postForm(key: string, maxBytes: number, seconds: number) {
  const { createPresignedPost, s3 } = await store()
  return createPresignedPost(s3, {
    Bucket: Bucket(),
    Key: key,
    Conditions: [['content-length-range', 1, maxBytes]],
    Fields: { 'Content-Type': asBytes },
    Expires: seconds,
  })
}

export async function beginParts(key: string): Promise<string> {
  const { CreateMultipartUploadCommand, s3 } = await store()
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: Bucket(), Key: key, ContentType: asBytes }))
  if (!UploadId) throw new Error('the store began no upload')
  return UploadId
}

/** Addresses to which parts may be sent, by number. */
export async function partUrls(key: string, upload: string, numbers: readonly number[], seconds: number) {
  const { getSignedUrl, s3, UploadPartCommand } = await store()
  return Promise.all(
    numbers.map(async (number) => ({
      number,
      url: await getSignedUrl(s3, new UploadPartCommand({ Bucket: Bucket(), Key: key, UploadId: upload, PartNumber: number }), {
        expiresIn: seconds,
      }),
    })),
  )
}

/** A part that has arrived, by the tag that the store gave it. */
export type Part = { number: number; etag: string }

/** Joins parts; false when the store does not have them so: another tag, a missing part, an upload that has ended. */
export async function joinParts(key: string, upload: string, parts: readonly Part[]): Promise<boolean> {
  const { CompleteMultipartUploadCommand, s3 } = await store()
  try {
    await s3.send(
      new CompleteMultipartUploadCommand({
        Bucket: Bucket(),
        Key: key,
        UploadId: upload,
        MultipartUpload: { Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag })) },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof Error && (isAbsent(error) || error.name.startsWith('Invalid') || error.name === 'EntityTooSmall')) return false
    throw error
  }
}

export async function dropParts(key: string, upload: string): Promise<void> {
  const { AbortMultipartUploadCommand, s3 } = await store()
  try {
    await s3.send(new AbortMultipartUploadCommand({ Bucket: Bucket(), Key: key, UploadId: upload }))
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

/** Bytes and version of an object; undefined when it is not there. */
export async function look(key: string): Promise<{ bytes: number; etag: string } | undefined> {
  const { HeadObjectCommand, s3 } = await store()
  try {
    const { ContentLength = 0, ETag = '' } = await s3.send(new HeadObjectCommand({ Bucket: Bucket(), Key: key }))
    return { bytes: ContentLength, etag: ETag }
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

export async function load(key: string): Promise<{ content: Uint8Array; etag: string } | undefined> {
  const { GetObjectCommand, s3 } = await store()
  try {
    const { Body, ETag = '' } = await s3.send(new GetObjectCommand({ Bucket: Bucket(), Key: key }))
    return Body && { content: await Body.transformToByteArray(), etag: ETag }
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** Puts bytes of ours; with a name, to be downloaded under it. */
export async function keep(key: string, content: Uint8Array, name?: string): Promise<void> {
  const { PutObjectCommand, s3 } = await store()
  await s3.send(
    new PutObjectCommand({
      Bucket: Bucket(),
      Key: key,
      Body: content,
      ContentType: asBytes,
      ContentDisposition: name === undefined ? 'attachment' : attachment(name),
    }),
  )
}

/** Copies an object as it was when it was inspected, to be downloaded under this name; what was sent since has another tag and is not copied. */
export async function copyInspected(from: string, to: string, etag: string, name: string): Promise<void> {
  const { CopyObjectCommand, s3 } = await store()
  await s3.send(
    new CopyObjectCommand({
      Bucket: Bucket(),
      Key: to,
      CopySource: `${Bucket()}/${from}`,
      CopySourceIfMatch: etag,
      ContentType: asBytes,
      ContentDisposition: attachment(name),
      MetadataDirective: 'REPLACE',
    }),
  )
}

/** Copies a checked object to the public site, there to be downloaded under its own name and never shown as a page. */
export async function copyToSite(from: string, path: string, name: string): Promise<void> {
  const { CopyObjectCommand, s3 } = await store()
  await s3.send(
    new CopyObjectCommand({
      Bucket: environment().SITE_BUCKET,
      Key: path,
      CopySource: `${Bucket()}/${from}`,
      ContentType: asBytes,
      ContentDisposition: attachment(name),
      CacheControl: 'public, max-age=60',
      MetadataDirective: 'REPLACE',
    }),
  )
}

export async function drop(key: string): Promise<void> {
  const { DeleteObjectCommand, s3 } = await store()
  await s3.send(new DeleteObjectCommand({ Bucket: Bucket(), Key: key }))
}

/**
 * A link by which an object is downloaded, for five minutes. That it is kept under its own name and never shown as a page, the object itself says; another name, in plain
 * letters, is given where its own must not be known.
 */
export async function downloadOf(key: string, otherName?: string): Promise<string> {
  const { GetObjectCommand, getSignedUrl, s3 } = await store()
  return getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: Bucket(),
      Key: key,
      ...(otherName !== undefined && { ResponseContentDisposition: `attachment; filename="${otherName.replace(/[^\w.-]+/g, '_')}"` }),
    }),
    { expiresIn: downloadSeconds },
  )
}

/** A link by which a checked object is looked at in the browser, as what the check found it to be, for five minutes. */
export async function viewingOf(key: string, type: string): Promise<string> {
  const { GetObjectCommand, getSignedUrl, s3 } = await store()
  const shown = { Bucket: Bucket(), Key: key, ResponseContentType: type, ResponseContentDisposition: 'inline' }
  return getSignedUrl(s3, new GetObjectCommand(shown), { expiresIn: downloadSeconds })
}

const isAbsent = (error: unknown) =>
  error instanceof Error && (['NoSuchKey', 'NotFound', 'NoSuchUpload'].includes(error.name) || statusOf(error) === 404)
const statusOf = (error: Error & { $metadata?: { httpStatusCode?: number } }) => error.$metadata?.httpStatusCode
