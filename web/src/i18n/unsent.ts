import { texts } from './texts.ts'

/** Words about answers that stayed on this device when the server took no more of them. */
export const t = texts({
  zh: {
    title: '有 {count} 项填写内容只在本机，没有送达服务器',
    body: '这些内容写于 {time}。服务器上的内容没有因此改变；本机的一份保留 {days} 天。两份分别如下：',
    here: '只在本机（未送达）',
    onServer: '服务器上',
  },
  en: {
    title: '{count} {count|answer is|answers are} on this device only and did not reach the server',
    body: 'Written on {time}. What is on the server has not changed by it; the text on this device is kept for {days} days. Both are below:',
    here: 'On this device only (not sent)',
    onServer: 'On the server',
  },
})
