import { texts } from './texts.ts'

/** Words around forms that are filled in. */
export const t = texts({
  zh: {
    saved: '已保存 {time}',
    notChanged: '暂无改动',
    changed: '有未保存的改动',
    sending: '正在保存',
    waiting: '网络不通，已保留在本机，恢复后自动保存',
    waitingUnkept: '网络不通，且本机无法保留草稿，请不要关闭页面',
    conflict: '他人已修改本栏目，请比对选择',
    refused: '未能保存',
    next: '保存并继续',
    later: '稍后再填',
    problemsLeft: '本栏目还有 {count} 处需要处理。已填内容均已保存，可以稍后再来。',
    restored: '已恢复本机保留的内容（{time}），正在保存。',
    merged: '他人同时修改了本栏目的其他内容，已自动合并。',
    clause: '依据',
    ownNotice: '本批次通知',
    returned: '退回意见',
    engineWaiting: '正在准备核对规则',
  },
  en: {
    saved: 'Saved {time}',
    notChanged: 'No changes yet',
    changed: 'Changes not saved yet',
    sending: 'Saving',
    waiting: 'Offline: kept on this device, saved when the connection is back',
    waitingUnkept: 'Offline, and this device cannot keep a draft: do not close this page',
    conflict: 'Somebody else changed this section: compare and choose',
    refused: 'Not saved',
    next: 'Save and continue',
    later: 'Come back later',
    problemsLeft:
      '{count} {count|thing|things} in this section still {count|needs|need} attention. What you wrote is saved; you may come back later.',
    restored: 'Restored what was kept on this device ({time}); saving it now.',
    merged: 'Somebody else changed other parts of this section; both are merged.',
    clause: 'From the call:',
    ownNotice: 'its notice',
    returned: 'Comment of the return',
    engineWaiting: 'Preparing the rules',
  },
})
