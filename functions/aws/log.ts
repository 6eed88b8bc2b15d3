import { Logger } from '@aws-lambda-powertools/logger'

/** What the logger writes itself: said of a line under one of these names, it would be dropped. */
type Own = 'level' | 'message' | 'sampling_rate' | 'service' | 'timestamp'
/** What a line says beside its sentence. */
type Said = { readonly [name: string]: unknown } & { readonly [name in Own]?: never }

/** The library's own, for what is put around each run. */
export const logger = new Logger({ serviceName: 'shuren' })

export const log = {
  info: (line: string, said: Said = {}): void => logger.info(line, said),
  warn: (line: string, said: Said = {}): void => logger.warn(line, said),
  error: (line: string, said: Said = {}): void => logger.error(line, said),
}
