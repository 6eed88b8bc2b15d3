/** Whether a browser shows a whole document in a frame of a page: one that is touched shows its first page, or none, and opens it better in a tab of its own. */
export const framesDocuments = (): boolean => navigator.pdfViewerEnabled === true && !matchMedia('(pointer: coarse)').matches
/** The same where the document is to stand beside something: there must be room for both. */
export const framesBeside = (): boolean => framesDocuments() && matchMedia('(min-width: 64rem)').matches
