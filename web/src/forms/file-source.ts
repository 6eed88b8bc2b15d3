import { request } from '../data/client.ts'

/** Where the files of a submission are read: `address` as in `/api/batches/…/submissions/…/files`. Addresses in the store are signed anew for each reading. */
export const fileSource = (address: string) => ({
  /** A page that leads to the file, for a tab of its own. */
  page: (id: string): string => `${address.replace(/^\/api\//, '/app/')}/${id}`,
  /** Where its bytes are fetched. */
  url: async (id: string): Promise<string> => {
    const links = (await (await request(`${address}/${id}/content`, { method: 'GET' })).json()) as { url: string }
    return links.url
  },
})

/** What a browser shows without leaving the page. The server has looked into each file and says what it is. */
export const isPicture = ({ type }: { type: string }): boolean => ['image/png', 'image/jpeg', 'image/webp', 'image/gif'].includes(type)
export const isPdf = ({ type }: { type: string }): boolean => type === 'application/pdf'
export const isShown = (file: { type: string }): boolean => isPicture(file) || isPdf(file)
