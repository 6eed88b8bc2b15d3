import type { Batch } from './schema.ts'

/** The keys of the categories that a batch uses. */
export const categoriesOn = ({ categories }: Pick<Batch, 'categories'>): string[] => categories.filter(({ on }) => on).map(({ key }) => key)
