import type { Refusals } from '../refusal.ts'

/** Why places say no. */
export const quotaRefusals = {
  'quota.full': {
    status: 409,
    zh: '本单位在该类别的推荐名额（{limit} 个）已用完。如需推荐，请先撤回一项推荐。',
    en: 'All {limit} places of your unit in this category are taken. Undo one recommendation first to recommend another.',
  },
  'quota.below-used': {
    status: 409,
    zh: '名额不能少于已推荐的数量。请核对标出的单位。',
    en: 'A limit cannot be lower than what has been recommended. Check the units marked.',
  },
  'quota.share-differs': {
    status: 409,
    zh: '按比例算出的名额与现有下级单位数不符，共 {units} 个单位；未保存，您填写的内容仍在本页。请重新“按比例填入”后再保存。',
    en: 'For {units} units the share no longer comes to the number given, because the units below have changed. Nothing was saved, and what you wrote is still here. Fill in by ratio once more, then save.',
  },
  'quota.unknown-unit': {
    status: 422,
    zh: '名额表中有单位或类别不属于本批次的推荐范围。请核对后重试。',
    en: 'The table holds units or categories that do not recommend in this batch. Check them and try again.',
  },
} as const satisfies Refusals
