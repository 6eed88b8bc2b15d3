import type { Refusals } from '../refusal.ts'

/** Why a batch, its stages and its conditions of applying say no. */
export const batchRefusals = {
  // batches and their stages
  'batch.not-open': {
    status: 409,
    zh: '本批次尚未开启。请等待主办单位开启后再操作。',
    en: 'This batch has not been opened yet. Wait until its host opens it.',
  },
  'batch.paused': {
    status: 409,
    zh: '本批次已暂停，已填写的内容均已保留。请等待主办单位恢复后再操作。',
    en: 'This batch is paused; everything entered is kept. Wait until its host resumes it.',
  },
  'batch.cancelled': {
    status: 409,
    zh: '本批次已取消，不能再操作。如有疑问，请联系主办单位。',
    en: 'This batch was cancelled; nothing more can be done in it. Ask its host if in doubt.',
  },
  'batch.completed': {
    status: 409,
    zh: '本批次已结束，不能再操作。已保存的内容仍可查看；如有疑问，请联系主办单位。',
    en: 'This batch is completed; nothing more can be done in it. What was saved can still be read; ask its host if in doubt.',
  },
  'batch.not-paused': {
    status: 409,
    zh: '本批次没有处于暂停状态，无需恢复。',
    en: 'This batch is not paused, so there is nothing to resume.',
  },
  'batch.already-open': {
    status: 409,
    zh: '本批次已开启，此项设置不能再修改。日期请用“调整截止时间”，名额请在名额表中调整。',
    en: 'This batch has been opened; this can no longer be changed. Move deadlines and edit places on their own pages.',
  },
  'batch.incomplete': {
    status: 422,
    zh: '还有 {problems} 项未完成，不能开启。请按检查清单逐项完善。',
    en: 'It cannot be opened yet: {problems} points are missing. Go through the check list.',
  },
  'batch.cannot-host': {
    status: 422,
    zh: '所选模板的申报对象不在本单位之下，本单位不能主办此类批次。请另选模板。',
    en: 'This template is for units that do not lie below yours, so your unit cannot host it. Choose another template.',
  },
  'batch.not-invited': {
    status: 403,
    zh: '本单位不能申报该类别：该类别只面向其他类型的单位。请由符合条件的单位申报，或另选类别。',
    en: 'Your unit cannot apply in this category: it is for another kind of unit. Choose another category, or let a unit of that kind apply.',
  },
  'batch.category-absent': {
    status: 404,
    zh: '本批次没有开设该类别。请重新选择类别。',
    en: 'This batch does not have this category. Choose another one.',
  },
  'template.unknown': {
    status: 404,
    zh: '没有这个模板或该版本。请从模板列表中重新选择。',
    en: 'There is no such template or version. Choose one from the list of templates.',
  },
  'batch.source-unfit': {
    status: 422,
    zh: '该批次的入选名单中没有此模板所针对的在建项目。请从对应专项的入选名单开展，或另选模板。',
    en: 'The awards of that batch have nothing at work that this template is for. Start from the awards of its own programme, or choose another template.',
  },
  'batch.too-large': {
    status: 422,
    zh: '批次设置内容过多，无法保存。请缩短标题或减少环节。',
    en: 'The settings of the batch are too large to be saved. Shorten titles or leave out stages.',
  },
  'batch.mail-placeholder': {
    status: 422,
    zh: '这封邮件里没有 {names} 可以代入。请只使用列出的占位符。',
    en: 'This mail has nothing to put for {names}. Use the placeholders listed only.',
  },
  'stage.absent': {
    status: 409,
    zh: '本批次没有这一环节。请刷新页面后重新选择环节。',
    en: 'This batch does not have this stage. Reload the page and choose a stage again.',
  },
  'stage.not-yet': {
    status: 409,
    zh: '本环节于{zh}开始，请届时再操作。',
    en: 'This stage opens on {en}. Come back then.',
  },
  'stage.not-reached': {
    status: 409,
    zh: '批次尚未进入本环节，请等待上一环节结束。',
    en: 'The batch has not reached this stage yet. Wait until the one before it is over.',
  },
  'stage.closed': {
    status: 409,
    zh: '本环节已于{zh}截止，不能再操作；已保存的内容仍可查看。确需更改的，请联系主办单位。',
    en: 'This stage closed on {en}. Nothing can be changed any more; what was saved can still be read. If something must still change, ask the host.',
  },
  'stage.left': {
    status: 409,
    zh: '本环节已经结束，不能再操作。已保存的内容仍可查看；确需更改的，请联系主办单位。',
    en: 'This stage is over; nothing can be changed in it any more. What was saved can still be read; if something must still change, ask the host.',
  },
  'stage.not-optional': {
    status: 422,
    zh: '环节“{zh}”不能这样设置：必经环节不能停用，不在本单位之下的层级不能启用。请保留其原有设置。',
    en: 'Stage “{en}” cannot be set like this: it is not optional, or its level does not lie below your unit. Leave it as the template has it.',
  },
  'stage.dated': {
    status: 409,
    zh: '填报和审核推荐环节按截止时间结束。请用“调整截止时间”提前截止。',
    en: 'Collecting and endorsing end by their dates. Move the closing time to end them early.',
  },
  'stage.never-dated': {
    status: 422,
    zh: '环节“{zh}”在工作完成后结束，不设截止时间。请不要为该环节设置截止时间。',
    en: 'Stage “{en}” ends when its work is done and has no closing time. Do not set one for it.',
  },
  'stage.publishes': {
    status: 409,
    zh: '公布环节在名单公布时自动结束。请在“公示与公布”页面公布名单。',
    en: 'The publication ends by itself when the list is published. Publish the list on the page “Notice and publication”.',
  },
  'stage.undated': {
    status: 409,
    zh: '本环节由工作人员决定结束，没有可调整的截止时间。需要结束时，请使用“结束本环节”。',
    en: 'This stage ends when a person decides so; it has no closing time to be moved. To end it, use “End this stage”.',
  },
  'stage.closes-too-early': {
    status: 422,
    zh: '新的截止时间不能早于现在，也不能早于本环节或上一环节的相应时间（{zh}）。请另选时间。',
    en: 'The new closing time must not lie in the past, nor before the stage opens or the stage before it closes ({en}). Choose a later time.',
  },
  'stage.closes-after-next': {
    status: 422,
    zh: '新的截止时间晚于后续环节“{nextZh}”的截止时间（{zh}）。请先调整后续环节。',
    en: 'The new closing time is later than that of the later stage “{nextEn}” ({en}). Move that one first.',
  },
  'correction.closed': {
    status: 409,
    zh: '退回修改的期限（{zh}）已过，不能再修改。请联系退回的单位，由其在审核期限内重新设定修改期限，或按原提交的材料继续审核。',
    en: 'The time for corrections ended on {en}. Ask the unit that returned it: within its own dates it can set another, or go on with what was handed in.',
  },
  // who may apply
  'eligibility.not-met': {
    status: 422,
    zh: '本单位不符合该类别的申报条件：{zh}。请对照通知核对，或另选类别。',
    en: 'Your unit does not meet the conditions of this category: {en}. Read the call again, or choose another category.',
  },
  'eligibility.unfinished': {
    status: 422,
    zh: '本单位的同类型项目“{title}”（{number}）尚未结项，建设期至 {ends}，不能再次申报该类别。请先通过该项目的验收，或另选类别。',
    en: 'Your unit’s project of the same type, “{title}” ({number}), is unfinished and runs until {ends}; you may not apply for this category again. Have that project accepted first, or choose another category.',
  },
  'eligibility.awarded-before': {
    status: 422,
    zh: '本单位已入选过该类别，不能重复申报。请另选类别。',
    en: 'Your unit has been awarded in this category before and may not apply again. Choose another category.',
  },
  'eligibility.no-award': {
    status: 422,
    zh: '本批次只面向在建的入选单位，本单位没有可提交的项目。如认为有误，请联系主办单位核对。',
    en: 'This batch is for holders of open awards only; your unit holds none. If this is wrong, ask the host to check.',
  },
} as const satisfies Refusals
