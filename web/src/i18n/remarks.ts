import { texts } from './texts.ts'

export const t = texts({
  zh: {
    write: '写意见',
    writeAbout: '写意见：{about}',
    about: '对“{about}”的意见',
    remove: '删除意见',
    removeAbout: '删除意见：{about}',
  },
  en: {
    write: 'Comment',
    writeAbout: 'Comment on {about}',
    about: 'Your comment on “{about}”',
    remove: 'Remove the comment',
    removeAbout: 'Remove the comment on {about}',
  },
})
