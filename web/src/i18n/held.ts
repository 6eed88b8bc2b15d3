import { texts } from './texts.ts'

/** Words about what only this device holds of a submission. */
export const t = texts({
  zh: {
    away: '有内容只在本机，尚未送达（网络不通），联网后自动保存',
    conflict: '有内容只在本机：其他人已保存本栏目，请打开栏目比对',
    refused: '有内容只在本机，未能保存：{problem}',
    sending: '正在上传或检查：{names}',
    stopped: '上传未完成，请打开栏目继续或删除：{names}',
    turnedAway: '文件未通过检查，请打开栏目处理：{names}',
    comma: '、',
    notIncluded: '有 {count} 处内容尚未送达，提交时不会包含',
    line: '{section}\u00a0· {what}',
    submitBody: '有 {count} 处内容尚未送达服务器。现在提交，只提交已保存的内容。',
    submitWithout: '我知道，只提交已保存的内容',
    onThisDevice: '有内容只在本机，尚未送达',
  },
  en: {
    away: 'Some of it is on this device only (no connection); it is saved when the connection is back',
    conflict: 'Some of it is on this device only: somebody else saved this section. Open it to compare',
    refused: 'Some of it is on this device only and could not be saved: {problem}',
    sending: 'On the way or being checked: {names}',
    stopped: 'Not uploaded yet; open the section to go on or to remove: {names}',
    turnedAway: 'Refused by the check; open the section to see why: {names}',
    comma: ', ',
    notIncluded: '{count} {count|thing has|things have} not reached the server and would not be handed in',
    line: '{section}\u00a0· {what}',
    submitBody: '{count} {count|thing has|things have} not reached the server yet. Only what is saved would be handed in now.',
    submitWithout: 'I know; hand in only what is saved',
    onThisDevice: 'Some of it is on this device only',
  },
})
