import { texts } from './texts.ts'

/** Words about papers that are made on the first request. */
export const t = texts({
  zh: { slow: '文件还未生成，请稍后再试。' },
  en: { slow: 'The file is not ready yet. Try again in a moment.' },
})
