/**
 * Pages that answer under addresses other than their file's, which the bucket alone cannot give. The edge sends such an address to the
 * HTTP API with the page's name before it, `/pages/<name>/…`, so that no address is ever empty there, whether or not it ends in a slash.
 */
export const pages = [
  { name: 'app', addresses: ['/app', '/app/*'], file: '/app/index.html' },
  { name: 'link', addresses: ['/r', '/r/'], file: '/r/index.html' },
  { name: 'english', addresses: ['/en', '/en/'], file: '/en/index.html' },
  // Under no address of its own: the edge turns to it when the bucket has no such file.
  { name: 'missing', addresses: [], file: '/404.html', status: 404 },
] as const satisfies readonly { name: string; addresses: readonly string[]; file: `/${string}`; status?: number }[]

export type PageName = (typeof pages)[number]['name']
export const pagePath = (name: PageName) => `/pages/${name}`
