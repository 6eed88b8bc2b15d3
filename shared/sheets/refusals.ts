import type { Refusals } from '../refusal.ts'

/** Why an uploaded spreadsheet is refused. */
export const spreadsheetRefusals = {
  'spreadsheet.unreadable': {
    status: 422,
    zh: '无法读取该表格。请另存为 .xlsx 或 .csv 后重新上传。',
    en: 'The sheet cannot be read. Save it as .xlsx or .csv and upload it again.',
  },
  'spreadsheet.quotes': {
    status: 422,
    zh: '第 {line} 行起的引号没有成对，无法分列。请更正后重新上传。',
    en: 'From line {line} on a quotation mark is not closed. Correct it and upload the file again.',
  },
  'spreadsheet.too-many-rows': {
    status: 422,
    zh: '表格超过 {max} 行。请拆分后分次上传。',
    en: 'The sheet has more than {max} rows. Split it and upload the parts.',
  },
  'spreadsheet.too-large': {
    status: 413,
    zh: '表格文件超过 {max} MB，或解压后过大。请删去图片和多余工作表后重试。',
    en: 'The sheet is larger than {max} MB, or too large when unpacked. Remove pictures and spare sheets and try again.',
  },
} as const satisfies Refusals
