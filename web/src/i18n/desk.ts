import { texts } from './texts.ts'

/** Words of the first page after signing in. */
export const t = texts({
  zh: {
    hello: '{name}，您好',
    acts: '您现在代表{unit}，角色：{roles}。',
    noUnit: '您目前不属于任何单位',
    noUnitBody: '请联系本单位管理员，由其重新邀请您。',
    nothing: '没有需要您办理的事项',
  },
  en: {
    hello: 'Hello, {name}',
    acts: 'You act for {unit}. Your roles: {roles}.',
    noUnit: 'You do not belong to a unit now',
    noUnitBody: 'Ask your unit’s administrator to invite you again.',
    nothing: 'Nothing waits for you',
  },
})
