import { texts } from './texts.ts'

/** Words of writing over the whole screen. */
export const t = texts({
  zh: {
    done: '完成',
    beside: '填写要求与提纲',
    guidance: '填写要求',
    outline: '提纲',
    outlineNone: '按“一、”“（一）”“1.”分行书写标题，提纲会显示在这里。',
    kept: '内容随写随存，按 Esc 退出不会丢失。',
  },
  en: {
    done: 'Done',
    beside: 'Guidance and outline',
    guidance: 'What is asked',
    outline: 'Outline',
    outlineNone: 'Give parts a line of their own that begins with a number; they are listed here.',
    kept: 'What you write is kept as you write; leaving with Esc loses nothing.',
  },
})
