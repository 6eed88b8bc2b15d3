import type { Refusals } from '../refusal.ts'

/** Why applying says no. */
export const submissionRefusals = {
  'submission.award-missing': {
    status: 422,
    zh: '本批次只面向相应立项的建设单位。请从该立项的工作页面进入填报。',
    en: 'Only holders of the awards concerned may submit here. Start from the award’s work page.',
  },
  'submission.entered-already': {
    status: 409,
    zh: '本单位在该类别最多申报 {limit} 项，已达上限。请在“我的申报”中继续填写已有的申报。',
    en: 'A unit may enter at most {limit} here, and yours has. Continue the existing one under “Our applications”.',
  },
  'submission.not-editable': {
    status: 409,
    zh: '该申报当前为“{state}”，不能修改；已填写的内容均已保留。确需修改的，请联系审核单位退回。',
    en: 'This submission is “{stateEn}” and cannot be changed; everything entered is kept. If it must still change, ask the unit that has it to return it.',
  },
  'section.changed': {
    status: 409,
    zh: '本栏目已被他人更新到第 {version} 稿，您的内容尚未保存，两份内容都已保留，请对照后选择。',
    en: 'Somebody has saved version {version} of this section. Yours is not saved yet; both texts are kept. Compare and choose.',
  },
  'section.too-large': {
    status: 413,
    zh: '本栏目内容超过 {max} KB，未保存；您填写的内容仍在本机。占用最多的是“{zh}”（{size} KB），请精简，或改为上传附件。',
    en: 'This section is larger than {max} KB and was not saved; what you typed is still on this device. Most of it is “{en}” ({size} KB): shorten it, or attach a file.',
  },
  'submission.incomplete': {
    status: 422,
    zh: '还有 {problems} 处需要完善，未提交；已填写的内容均已保存。请按提示逐项修改。',
    en: '{problems} points still need attention, so it was not submitted; everything entered is saved. Go through the list.',
  },
  'submission.not-recallable': {
    status: 409,
    zh: '该申报当前为“{state}”，不能撤回。确需修改的，请联系审核单位退回。',
    en: 'This submission is “{stateEn}” and cannot be taken back. If it must still change, ask the unit that has it to return it.',
  },
  'submission.with-others': {
    status: 409,
    zh: '该申报已由{unit}审核，不能自行撤回。如需修改，请联系该单位退回。',
    en: 'This submission is already with {unit}. Ask that unit to return it if it must be changed.',
  },
  'submission.already-recommended': {
    status: 409,
    zh: '该申报已经下级单位推荐，不能撤销。如不再申报，可不再提交，逾期视为放弃；也可以联系审核单位。',
    en: 'A level has already recommended this submission, so it cannot be discarded. Leave it unsubmitted, or ask the recommending unit.',
  },
  'submission.not-submitted': {
    status: 404,
    zh: '该申报尚未提交，提交后才能查看内容。请等待申报单位提交。',
    en: 'This submission has not been handed in yet; its content can be seen afterwards. Wait until the applicant hands it in.',
  },
  'version.absent': {
    status: 404,
    zh: '没有这一版本。请从版本列表中重新选择。',
    en: 'There is no such version. Choose one from the list of versions.',
  },
  'document.not-ready': {
    status: 409,
    zh: '文件正在生成，请稍候几秒再下载。',
    en: 'The document is being made. Try again in a few seconds.',
  },
  'correction.running': {
    status: 409,
    zh: '申报单位仍可修改（截止 {zh}），暂不能收回。请等其提交，或在期限过后收回。',
    en: 'The applicant may still correct it (until {en}). Wait until it is handed in, or until that time is over.',
  },
  'correction.past': {
    status: 422,
    zh: '修改截止时间须晚于现在。请另选时间。',
    en: 'The date for correction must lie ahead. Choose a later time.',
  },
  'correction.too-late': {
    status: 422,
    zh: '修改截止时间不能晚于本级审核截止时间（{zh}）。请选择更早的时间。',
    en: 'The date for correction may not be after your own deadline ({en}). Choose an earlier time.',
  },
} as const satisfies Refusals
