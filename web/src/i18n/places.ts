import { texts } from './texts.ts'

export const t = texts({
  zh: {
    of: '已推荐 {used} 项，名额 {limit} 项',
    left: '剩余 {count} 项',
    asked: '待审核 {count} 项',
    over: '其中 {count} 项超出名额',
    comma: '，',
    all: '各类别名额',
    allIntro: '各类别发出的名额合计：实心为已用，浅色为待审核的申报，空心为剩余，虚线为超出名额。',
  },
  en: {
    of: '{used} recommended of {limit}',
    left: '{count} left',
    asked: '{count} waiting',
    over: '{count} of them beyond the places',
    comma: ', ',
    all: 'Places by category',
    allIntro:
      'All places given in each category: solid for used, shaded for awaiting a decision, empty for left, dashed for over the limit.',
  },
})
