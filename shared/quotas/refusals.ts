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
  'quota.unknown-unit': {
    status: 422,
    zh: '名额表中有单位或类别不属于本批次的推荐范围。请核对后重试。',
    en: 'The table holds units or categories that do not recommend in this batch. Check them and try again.',
  },
} as const satisfies Refusals
