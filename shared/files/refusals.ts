import type { Refusals } from '../refusal.ts'

/** Why a file is refused. */
export const fileRefusals = {
  // files
  'file.no-such-field': {
    status: 404,
    zh: '没有可上传文件的这一栏，请刷新页面后重试。',
    en: 'There is no such place for files. Reload and try again.',
  },
  'file.wrong-kind': {
    status: 422,
    zh: '“{name}”不是此处允许的文件类型（{kinds}）。请转换格式后重新上传。',
    en: '“{name}” is not a kind of file allowed here ({kinds}). Convert it and upload it again.',
  },
  'file.too-large': {
    status: 413,
    zh: '“{name}”超过 {max} MB。请压缩后重新上传。',
    en: '“{name}” is larger than {max} MB. Make it smaller and upload it again.',
  },
  'file.too-many': {
    status: 409,
    zh: '此处最多 {max} 个文件。请先删除不需要的文件。',
    en: 'At most {max} files may stand here. Remove those not needed first.',
  },
  'file.not-yours': {
    status: 422,
    zh: '文件“{name}”不属于本栏目，未保存。请在本栏目重新上传。',
    en: 'The file “{name}” does not belong to this section; nothing was saved. Upload it here.',
  },
  'file.unchecked': {
    status: 409,
    zh: '文件“{name}”还在上传或安全检查中，请稍候再试；若不需要，请删除。',
    en: 'The file “{name}” is still arriving or being checked. Try again shortly, or remove it.',
  },
  'file.not-usable': {
    status: 422,
    zh: '文件“{name}”未通过检查，请删除后重新上传。',
    en: 'The file “{name}” did not pass the check. Remove it and upload another.',
  },
  'file.frozen': {
    status: 409,
    zh: '文件“{name}”属于已提交的版本，须留存，不能删除。请在修改后的申报中更换文件。',
    en: 'The file “{name}” belongs to a version that was handed in and is kept. Replace it in a correction of the submission.',
  },
  'file.not-uploading': {
    status: 409,
    zh: '该文件的上传已结束，请刷新查看检查结果。',
    en: 'The upload of this file has ended. Reload to see the result of the check.',
  },
  'file.parts-missing': {
    status: 409,
    zh: '还有分片未上传完成，请继续上传。',
    en: 'Some parts have not been uploaded yet. Continue the upload.',
  },
  // what is found in uploaded files
  'file.empty': {
    status: 422,
    zh: '“{name}”没有内容。请检查后重新上传。',
    en: '“{name}” is empty. Check it and upload it again.',
  },
  'file.not-what-it-says': {
    status: 422,
    zh: '“{name}”的内容与扩展名 .{ending} 不符。请用原软件另存为正确格式后上传，不要只改扩展名。',
    en: 'The content of “{name}” is not what .{ending} says. Save it in the right format with its own program; renaming is not enough.',
  },
  'file.damaged': {
    status: 422,
    zh: '“{name}”已损坏或不完整。请在本机打开确认后重新上传。',
    en: '“{name}” is damaged or incomplete. Open it on your machine, save it again and upload it.',
  },
  'file.encrypted': {
    status: 422,
    zh: '“{name}”设有密码或加密，无法检查。请取消密码后重新上传。',
    en: '“{name}” is locked by a password and cannot be checked. Remove the password and upload it again.',
  },
  'file.macros': {
    status: 422,
    zh: '“{name}”含有宏，不予接收。请另存为不含宏的文件（.docx、.xlsx）或 PDF 后上传。',
    en: '“{name}” holds macros and is not accepted. Save it without macros (.docx, .xlsx) or as PDF and upload that.',
  },
  'file.active': {
    status: 422,
    zh: '“{name}”含有脚本、内嵌附件或自动执行的内容，不予接收。请“打印为 PDF”后重新上传。',
    en: '“{name}” holds scripts, embedded files or other active content and is not accepted. Print it to PDF and upload that.',
  },
  'file.bomb': {
    status: 422,
    zh: '“{name}”解开后过大，不予接收。请减小内容后重新上传。',
    en: '“{name}” grows too large when opened and is not accepted. Make its content smaller and upload it again.',
  },
  'file.two-in-one': {
    status: 422,
    zh: '“{name}”在正常内容之外夹带了其他数据，不予接收。请用原软件重新保存或导出后上传。',
    en: '“{name}” carries other data beside its content and is not accepted. Save or export it afresh and upload that.',
  },
  'file.path': {
    status: 422,
    zh: '压缩包“{name}”内的文件路径不合规。请重新压缩后上传。',
    en: 'The archive “{name}” holds file paths that are not allowed. Pack it again and upload it.',
  },
  'file.nested': {
    status: 422,
    zh: '压缩包“{name}”内还有压缩包。请解开内层后重新压缩上传。',
    en: 'The archive “{name}” holds another archive. Unpack that one, pack everything once and upload it.',
  },
  'file.not-inside': {
    status: 422,
    zh: '压缩包“{name}”内有不允许的文件，只能包含 PDF、图片、Word、Excel、视频和文本文件。请删除后重新压缩上传。',
    en: 'The archive “{name}” holds files that are not allowed: only PDF, pictures, Word, Excel, video and plain text. Remove the others and pack it again.',
  },
  'file.too-many-pages': {
    status: 422,
    zh: '“{name}”超过 {max} 页。请精简后重新上传。',
    en: '“{name}” has more than {max} pages. Shorten it and upload it again.',
  },
  'file.virus': {
    status: 422,
    zh: '“{name}”检出有害内容（{threat}），已删除。请查杀本机病毒后，重新制作并上传。',
    en: 'Harmful content ({threat}) was found in “{name}” and it was deleted. Scan your machine, make the file afresh and upload it.',
  },
} as const satisfies Refusals
