import { texts } from './texts.ts'

/** The words of an act on several rows at once. */
export const t = texts({
  zh: {
    looking: '正在核对 …',
    lookingAt: '正在核对',
    effect: '将{act} {done} 项',
    effectNone: '所选申报均不能{act}',
    effectPlaces: '{category}：名额 {limit} 项，已用 {before} 项，办理后 {after} 项',
    refused: '{count} 项不能办理：',
    did: '已{act} {count} 项',
    working: '正在办理',
    stays: '关闭窗口即停止，已办理的不受影响。',
    goOn: '已办理 {count} 项，其余尚未办理；可以继续。',
    failed: '{count} 项未能办理：',
    lookAgain: '重新核对',
  },
  en: {
    looking: 'Checking …',
    lookingAt: 'Checking',
    effect: '{act}: {done}',
    effectNone: '{act}: none of these can be',
    effectPlaces: '{category}: {limit} {limit|place|places}, {before} used, {after} afterwards',
    refused: '{count} cannot be:',
    did: '{act}: {count} done',
    working: 'Working',
    stays: 'Closing this stops it; what is done stays done.',
    goOn: '{count} done, the others not yet; you can go on.',
    failed: '{count} could not be done:',
    lookAgain: 'Check again',
  },
})
