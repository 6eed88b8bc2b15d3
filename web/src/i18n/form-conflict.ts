import { texts } from './texts.ts'

/** Words of the dialog that brings two versions together. */
export const t = texts({
  zh: {
    conflictTitle: '两份内容，请逐项选择',
    conflictIntro: '{name}在 {time} 保存了本栏目，与您的修改有 {count} 项不同。两份内容都已保留，选择之前不会丢失任何文字。',
    someone: '另一位填报人',
    mine: '我的内容',
    theirs: '对方的内容',
    keepMine: '用我的',
    keepTheirs: '用对方的',
    keepBoth: '两份都保留',
    merge: '合并两份',
    merged: '合并后的内容',
    mergedHelp: '双方改动不同句子的，已自动合并；改到同一处的，两份先后列出，请删改后保存。',
    settle: '按以上选择保存',
    sinceText: '退回后已修改，查看改动',
    sinceOther: '退回后已修改，查看提交时的内容',
    chooseAll: '请为每一项作出选择（还剩 {count} 项）。',
  },
  en: {
    conflictTitle: 'Two versions: choose for each field',
    conflictIntro:
      '{name} saved this section on {time}; {count} {count|field differs|fields differ} from yours. Both texts are kept, and nothing is lost before you choose.',
    someone: 'Another writer',
    mine: 'Mine',
    theirs: 'Theirs',
    keepMine: 'Take mine',
    keepTheirs: 'Take theirs',
    keepBoth: 'Keep both',
    merge: 'Bring together',
    merged: 'Brought together',
    mergedHelp:
      'Where you changed different sentences, both changes are in. Where you changed the same, both stand one after the other: shorten them here.',
    settle: 'Save these choices',
    sinceText: 'Changed since the return: see what',
    sinceOther: 'Changed since the return: see what was submitted',
    chooseAll: 'Choose for each field ({count} left).',
  },
})
