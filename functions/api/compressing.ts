import { gzipSync } from 'node:zlib'

type Result = { body: string; isBase64Encoded: boolean; headers?: Record<string, string | string[]> }

/** Characters from which an answer is worth compressing: below, the head of the compressed form eats what it saves. */
const worthwhile = 1000
type Header = string | string[] | undefined
const accepts = (encodings: Header): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(String(encodings ?? ''))

/**
 * A text as it goes over the network: compressed where the asker takes it and it is long enough. Neither API Gateway's HTTP APIs nor CloudFront compress answers that
 * are not kept, and on a phone's network a long list is waited for by its bytes. A middle level: the last few per cent cost more time than they save.
 */
export function compressed<R extends Result>(result: R, acceptEncoding: Header): R {
  const { body, headers, isBase64Encoded } = result
  if (isBase64Encoded || body.length < worthwhile || !accepts(acceptEncoding)) return result
  return {
    ...result,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(body, { level: 5 }).toString('base64'),
    isBase64Encoded: true,
  }
}
