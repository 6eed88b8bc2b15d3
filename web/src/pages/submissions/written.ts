/** What those read first who write or judge a submission, as paths of the API: the submission, its form, its path and its answers. */
export const written = ({ batch, submission }: Record<'batch' | 'submission', string>): string[] =>
  ['', '/form', '/path', '/answers'].map((part) => `/batches/${batch}/submissions/${submission}${part}`)
