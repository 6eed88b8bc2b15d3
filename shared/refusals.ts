import type { Text } from './text.ts'

/**
 * Every reason for which the system says no: the sentence says what happened, what is kept and what to do.
 * `status` is the HTTP status of the answer. Placeholders in braces are filled from the refusal's details.
 */
export const refusals = {
  // any request
  'request.invalid': {
    status: 400,
    zh: '提交的内容不符合要求：{problem}。请按提示修改后重试。',
    en: 'The request is not valid: {problem}. Correct it and try again.',
  },
  'request.too-large': {
    status: 413,
    zh: '提交的内容过大，请分次提交或改为上传附件。',
    en: 'The request is too large. Send it in parts or as an attachment.',
  },
  'request.cross-site': {
    status: 403,
    zh: '请求来自其他网站，已被拒绝。请在本平台页面内操作。',
    en: 'The request came from another site and was refused. Please act from a page of this platform.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，或您无权查看。请核对链接，或联系邀请您的单位。',
    en: 'Not found, or not yours to see. Check the link, or ask the unit that invited you.',
  },
  'role.not-allowed': {
    status: 403,
    zh: '您当前的角色不能进行此操作。请切换身份，或联系本单位管理员。',
    en: 'Your present role may not do this. Switch role, or ask your unit’s administrator.',
  },
  'session.missing': {
    status: 401,
    zh: '登录已失效，请重新登录；已填写的内容会保留在本机。',
    en: 'You are signed out. Sign in again; what you typed is kept on this device.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '内容刚刚被他人更新，请刷新后再试；您的内容没有丢失。',
    en: 'Somebody has just changed this. Reload and try again; nothing of yours is lost.',
  },
  busy: {
    status: 503,
    zh: '系统繁忙，您的操作尚未执行，请稍候几秒重试。',
    en: 'The system is busy and has not carried this out. Try again in a few seconds.',
  },
  surprise: {
    status: 500,
    zh: '系统出现意外错误，您的操作没有完成。请重试；若仍不行，请把编号 {trace} 告知技术支持。',
    en: 'Something unexpected happened and this was not done. Try again; if it persists, give support the number {trace}.',
  },

  // reviews
  'review.mark-invalid': {
    status: 400,
    zh: '“{criterion}”的评分应在 {min}–{max} 之间，请修改后重试；已填内容保留。',
    en: 'The mark for “{criterion}” must be between {min} and {max}. Correct it; what you entered is kept.',
  },
  'review.not-accepted': {
    status: 409,
    zh: '您尚未接受本次评审邀请。请先在首页点击“接受邀请”。',
    en: 'You have not accepted this invitation yet. Accept it on the first page.',
  },
  'review.already-submitted': {
    status: 409,
    zh: '这份评审已经提交，不能再改。如需修改，请联系主办单位退回。',
    en: 'This review has been submitted and cannot be changed. Ask the host to reopen it.',
  },
  'review.not-yours': { status: 409, zh: '这份材料已不由您评审。', en: 'This submission is no longer yours to review.' },
  'review.saved-elsewhere': {
    status: 409,
    zh: '这份评审刚在另一设备上保存过。两份内容都已保留，请选择要用的一份。',
    en: 'This review has just been saved on another device. Both texts are kept; choose which to use.',
  },
  'review.incomplete': { status: 422, zh: '还有 {problems} 处未完成：{first}', en: '{problems} things are missing: {firstEn}' },
  'review.not-submitted': {
    status: 409,
    zh: '这份评审尚未提交，无需退回。',
    en: 'This review has not been submitted, so there is nothing to reopen.',
  },
  'review.has-submitted': {
    status: 409,
    zh: '您已提交过评审，不能再谢绝整个邀请；对某份材料需要回避的，请在该材料中声明。',
    en: 'You have submitted reviews, so the whole invitation can no longer be declined. Declare a conflict on a single submission instead.',
  },
  'review.already-assigned': {
    status: 409,
    zh: '该专家已分配过这份材料，或已声明回避。',
    en: 'This expert already has this submission, or has declared a conflict.',
  },
  'review.conflict': {
    status: 409,
    zh: '该专家与申报单位属于同一单位，应当回避。请另选专家。',
    en: 'This expert belongs to the applicant’s institution and must not review it. Choose another.',
  },
  'review.not-reviewable': { status: 409, zh: '这份材料不在可评审状态。', en: 'This submission is not in a state to be reviewed.' },
  'expert.already-listed': {
    status: 409,
    zh: '专家库中已有使用此邮箱的专家。',
    en: 'An expert with this address is already in the register.',
  },
  'link.invalid': {
    status: 404,
    zh: '链接无效。请使用最近一封邮件中的链接，或联系主办单位重新发送。',
    en: 'This link is not valid. Use the one in your latest mail, or ask the host to send it again.',
  },
  'link.revoked': { status: 410, zh: '链接已停用。如有疑问请联系主办单位。', en: 'This link has been revoked. Please contact the host.' },
  'link.code-wrong': {
    status: 401,
    zh: '验证码不正确或已过期，请核对邮件后重试，或重新获取。',
    en: 'The code is wrong or has expired. Check your mail and try again, or ask for a new one.',
  },
  // forms
  'form.unknown-section': {
    status: 404,
    zh: '本表没有栏目“{section}”，未保存。请刷新页面后重试。',
    en: 'This form has no section “{section}”; nothing was saved. Reload the page and try again.',
  },
  'form.unknown-field': {
    status: 400,
    zh: '本栏目没有“{field}”这一项，未保存。请刷新页面后重试。',
    en: 'This section has no field “{field}”; nothing was saved. Reload the page and try again.',
  },
  'form.wrong-type': {
    status: 400,
    zh: '“{zh}”的内容无法识别，未保存；您填写的内容仍在本机。请修改该项后重试。',
    en: '“{en}” cannot be read and was not saved; what you typed is still on this device. Change it and try again.',
  },

  // decisions
  'sheet.not-open': {
    status: 409,
    zh: '本类别的审定表已送审或已批准，不能再改。如需修改，请先由审定人退回。',
    en: 'This sheet has been sent or approved and cannot be changed. The approver must send it back first.',
  },
  'sheet.reason-missing': {
    status: 422,
    zh: '该决定与排序建议不一致，请填写理由。',
    en: 'This decision departs from the ranking. Give the reason.',
  },
  'sheet.empty': { status: 409, zh: '本类别没有可审定的申报。', en: 'There is nothing to decide in this category.' },
  'sheet.undecided': {
    status: 422,
    zh: '还有 {open} 项未作决定（并列或未评分），请逐项决定后送审。',
    en: '{open} submissions are undecided (a tie, or no scores). Decide each, then send the sheet.',
  },
  'sheet.too-many': {
    status: 422,
    zh: '入选 {awarded} 项，超过名额 {places} 项，请调整后送审。',
    en: '{awarded} are to be awarded but there are {places} places. Adjust and send again.',
  },
  'sheet.not-sent': { status: 409, zh: '审定表尚未送审。', en: 'The sheet has not been sent for approval.' },
  'sheet.already-approved': { status: 409, zh: '审定表已经批准。', en: 'The sheet has already been approved.' },
  'sheet.changed': {
    status: 409,
    zh: '审定表在您打开后有变动，请刷新核对后再确认。',
    en: 'The sheet has changed since you opened it. Reload, check and confirm again.',
  },

  // uploaded spreadsheets
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
  // batches and their stages
  'batch.not-open': {
    status: 409,
    zh: '本批次尚未启动。请等待主办单位启动后再操作。',
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
    zh: '本批次已结束，不能再操作。',
    en: 'This batch is completed; nothing more can be done in it.',
  },
  'batch.not-paused': {
    status: 409,
    zh: '本批次没有处于暂停状态，无需恢复。',
    en: 'This batch is not paused, so there is nothing to resume.',
  },
  'batch.already-open': {
    status: 409,
    zh: '本批次已启动，此项设置不能再修改。日期请用“调整截止时间”，名额请在名额表中调整。',
    en: 'This batch has been opened; this can no longer be changed. Move deadlines and edit places on their own pages.',
  },
  'batch.incomplete': {
    status: 422,
    zh: '还有 {problems} 项未完成，不能启动。请按检查清单逐项完善。',
    en: 'It cannot be opened yet: {problems} points are missing. Go through the check list.',
  },
  'batch.cannot-host': {
    status: 422,
    zh: '所选模板的申报对象不在本单位之下，本单位不能主办此类批次。请另选模板。',
    en: 'This template is for units that do not lie below yours, so your unit cannot host it. Choose another template.',
  },
  'batch.not-invited': {
    status: 403,
    zh: '本单位不能申报该类别：该类别只面向其他类型的单位。',
    en: 'Your unit cannot apply in this category: it is for another kind of unit.',
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
  'batch.too-large': {
    status: 422,
    zh: '批次设置内容过多，无法保存。请缩短标题或减少环节。',
    en: 'The settings of the batch are too large to be saved. Shorten titles or leave out stages.',
  },
  'stage.absent': {
    status: 409,
    zh: '本批次没有这一环节。',
    en: 'This batch does not have this stage.',
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
    zh: '本环节已于{zh}截止，不能再操作；已保存的内容仍可查看。',
    en: 'This stage closed on {en}. Nothing can be changed any more; what was saved can still be read.',
  },
  'stage.left': {
    status: 409,
    zh: '本环节已经结束，不能再操作。',
    en: 'This stage is over; nothing can be changed in it any more.',
  },
  'stage.not-optional': {
    status: 422,
    zh: '环节“{zh}”不能这样设置：必经环节不能停用，不在本单位之下的层级不能启用。',
    en: 'Stage “{en}” cannot be set like this: it is not optional, or its level does not lie below your unit.',
  },
  'stage.dated': {
    status: 409,
    zh: '填报和审核推荐环节按截止时间结束。请用“调整截止时间”提前截止。',
    en: 'Collecting and endorsing end by their dates. Move the closing time to end them early.',
  },
  'stage.undated': {
    status: 409,
    zh: '本环节由工作人员决定结束，没有可调整的截止时间。',
    en: 'This stage ends when a person decides so; it has no closing time to be moved.',
  },
  'stage.closes-too-early': {
    status: 422,
    zh: '新的截止时间不能早于现在，也不能早于本环节或上一环节的相应时间（{zh}）。',
    en: 'The new closing time must not lie in the past, nor before the stage opens or the stage before it closes ({en}).',
  },
  'stage.closes-after-next': {
    status: 422,
    zh: '新的截止时间晚于后续环节“{nextZh}”的截止时间（{zh}）。请先调整后续环节。',
    en: 'The new closing time is later than that of the later stage “{nextEn}” ({en}). Move that one first.',
  },
  'correction.closed': {
    status: 409,
    zh: '退回修改的期限（{zh}）已过，不能再修改。请联系退回的单位。',
    en: 'The time for corrections ended on {en}. Ask the unit that returned it.',
  },

  // quotas
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

  // who may apply
  'eligibility.not-met': {
    status: 422,
    zh: '本单位不符合该类别的申报条件：{zh}',
    en: 'Your unit does not meet the conditions of this category: {en}',
  },
  'eligibility.unfinished': {
    status: 422,
    zh: '本单位有同类型项目尚未结项，不能再次申报该类别。',
    en: 'Your unit has an unfinished project of the same type and may not apply for this category again.',
  },
  'eligibility.awarded-before': {
    status: 422,
    zh: '本单位已入选过该类别，不能重复申报。',
    en: 'Your unit has been awarded in this category before and may not apply again.',
  },
  'eligibility.no-award': {
    status: 422,
    zh: '本批次只面向在建的入选单位，本单位没有可提交的项目。',
    en: 'This batch is for holders of open awards only; your unit holds none.',
  },

  // sign-in, people and their places in units
  'sign-in.failed': {
    status: 422,
    zh: '邮箱或密码不正确。请核对后重试，或改用邮件链接登录。',
    en: 'The address or the password is not right. Check both, or sign in by a link in a mail.',
  },
  'sign-in.locked': {
    status: 429,
    zh: '多次登录失败，已暂停该邮箱的密码登录。请 {minutes} 分钟后重试，或改用邮件链接登录。',
    en: 'Too many failures: this address cannot sign in by password for {minutes} minutes. Try then, or use a link in a mail.',
  },
  'sign-in.link-spent': {
    status: 410,
    zh: '登录链接已使用或已过期。请重新获取登录邮件。',
    en: 'This sign-in link has been used or has expired. Ask for a new one.',
  },
  'password.length': {
    status: 422,
    zh: '密码长度应为 {min}–{max} 个字符，请修改。',
    en: 'A password has {min} to {max} characters. Choose another.',
  },
  'password.simple': {
    status: 422,
    zh: '密码过于简单。请使用大写字母、小写字母、数字、符号中的至少 {kinds} 种，或使用 16 个以上字符的短句；避免连续键位和重复字符。',
    en: 'This password is too simple. Use at least {kinds} of capital letters, small letters, digits and signs, or a phrase of 16 characters or more; avoid keyboard runs and repetition.',
  },
  'password.own-address': {
    status: 422,
    zh: '密码中不能包含自己的邮箱名，请修改。',
    en: 'A password may not contain your own address. Choose another.',
  },
  'password.wrong': {
    status: 422,
    zh: '当前密码不正确，密码没有更改。请重试；忘记密码的，请用邮件链接登录后再设置。',
    en: 'Your present password is not right; nothing was changed. Try again; if you forgot it, sign in by mail link and set a new one.',
  },
  'invitation.expired': {
    status: 410,
    zh: '邀请链接无效或已过期。请联系邀请您的单位重新发送邀请。',
    en: 'This invitation is not valid or has expired. Ask the unit that invited you to send it again.',
  },
  'invitation.used': {
    status: 409,
    zh: '该邀请已接受，无需再次操作。请直接登录。',
    en: 'This invitation has been accepted already. Just sign in.',
  },
  'invitation.name-missing': {
    status: 422,
    zh: '请填写姓名后再接受邀请。',
    en: 'Enter your name to accept the invitation.',
  },
  'invitation.too-soon': {
    status: 429,
    zh: '邀请邮件刚刚发送过，请 {minutes} 分钟后再重新发送。',
    en: 'The invitation has just been sent. Send it again after {minutes} minutes.',
  },
  'member.already': {
    status: 409,
    zh: '此人已是本单位成员，无需邀请。需要调整的，请修改其角色。',
    en: 'This person is a member of the unit already. Change their roles instead.',
  },
  'member.already-invited': {
    status: 409,
    zh: '已邀请过此人，对方尚未登录。需要时请重新发送邀请。',
    en: 'This person has been invited and has not signed in yet. Send the invitation again if need be.',
  },
  'member.suspended': {
    status: 409,
    zh: '此人在本单位的账号已停用。请先恢复使用。',
    en: 'This person’s account in the unit is suspended. Reinstate it first.',
  },
  'member.state': {
    status: 409,
    zh: '该成员当前状态不能进行此操作，请刷新名单后重试。',
    en: 'This cannot be done in the member’s present state. Reload the list and try again.',
  },
  'member.self': {
    status: 409,
    zh: '不能停用自己的账号。请由本单位其他管理员或上级单位办理。',
    en: 'You cannot suspend yourself. Ask another administrator or the unit above.',
  },
  'member.last-administrator': {
    status: 409,
    zh: '这是本单位唯一在用的管理员，不能离开、停用或取消管理员角色。请先指定另一位管理员，或由上级单位办理。',
    en: 'This is the unit’s only active administrator, who cannot leave, be suspended or give up the role. Appoint another first, or ask the unit above.',
  },
  'member.office-here': {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员只能设在国家级主管单位。',
    en: 'System, security and audit administrators exist only in the national office.',
  },
  'member.offices-apart': {
    status: 422,
    zh: '系统管理员、安全管理员、审计管理员应由不同人员担任，请只选一项。',
    en: 'System, security and audit administrator must be different people. Choose one.',
  },

  // units
  'organisation.closed': {
    status: 409,
    zh: '该单位已撤销，不能进行此操作。',
    en: 'This unit is closed, so this cannot be done.',
  },
  'organisation.code-taken': {
    status: 409,
    zh: '单位代码“{code}”已被其他单位使用，请核对。',
    en: 'The code “{code}” belongs to another unit. Check it.',
  },
  'organisation.kind-not-below': {
    status: 422,
    zh: '该类单位不能设在所选上级单位之下，请重新选择。',
    en: 'A unit of this kind cannot stand below the chosen one. Choose another.',
  },
  'organisation.has-units': {
    status: 409,
    zh: '该单位之下还有 {units} 个在用单位，不能撤销。请先撤销或划转下级单位。',
    en: 'There are still {units} active units below this one, so it cannot be closed. Close or move them first.',
  },
  'organisation.inside-itself': {
    status: 422,
    zh: '不能把单位划转到其自身或其下级单位之下。',
    en: 'A unit cannot be moved below itself or below a unit of its own.',
  },
  'organisation.founded': {
    status: 409,
    zh: '国家级主管单位已建立，不能重复建立。',
    en: 'The national office has been founded already.',
  },

  // registers and lists of accounts
  'register.out-of-reach': {
    status: 422,
    zh: '主管部门“{name}”不在本单位管理范围内，请由其上级单位导入。',
    en: 'The department “{name}” is not within your unit’s reach. Let the unit above it import this row.',
  },
  'import.past-end': {
    status: 422,
    zh: '起始位置超出文件记录数 {records}，请从计划中给出的位置继续。',
    en: 'The file has {records} records, so there is nothing from there. Go on from where the plan says.',
  },
  'account.columns': {
    status: 422,
    zh: '表头缺少“{columns}”列。请使用含 单位代码、邮箱、姓名、角色 四列的表格。',
    en: 'The columns “{columns}” are missing. The sheet has the columns code, email, name and roles.',
  },
  'account.unit-unknown': {
    status: 422,
    zh: '本单位之下没有代码为“{code}”的在用单位，请核对。',
    en: 'There is no active unit with the code “{code}” below yours. Check it.',
  },
  'account.email': {
    status: 422,
    zh: '邮箱“{email}”不是有效地址，请更正。',
    en: '“{email}” is not a valid address. Correct it.',
  },
  'account.name': {
    status: 422,
    zh: '姓名缺失或超过 60 个字，请更正。',
    en: 'The name is missing or longer than 60 characters. Correct it.',
  },
  'account.roles': {
    status: 422,
    zh: '角色“{roles}”无法识别。请填写 管理员、经办人、审核人 或 编辑，多个角色用顿号分开。',
    en: 'The roles “{roles}” are not known. Use administrator, operator, approver or editor, separated by commas.',
  },
  'account.twice': {
    status: 422,
    zh: '与第 {line} 行重复（同一单位、同一邮箱），请删去一行。',
    en: 'The same unit and address stand in line {line}. Remove one of them.',
  },

  // notices, objections, awards
  'notice.not-decided': {
    status: 409,
    zh: '还有 {open} 个类别的审定表未批准，暂不能公示或公布。',
    en: 'The sheets of {open} categories are not approved yet, so nothing can be announced.',
  },
  'notice.already': { status: 409, zh: '本批次已有正在进行的公示。', en: 'A notice of this batch is already running.' },
  'notice.missing': { status: 409, zh: '尚未公示，请先发布公示。', en: 'There has been no public notice yet. Publish the notice first.' },
  'notice.running': {
    status: 409,
    zh: '公示尚未结束（截止 {ends}），期满后方可公布。',
    en: 'The notice runs until {ends}; the list can be published after that.',
  },
  'notice.ended': {
    status: 409,
    zh: '公示已于 {ends} 结束，不再受理异议。',
    en: 'The notice ended at {ends}; objections are no longer taken.',
  },
  'objection.settled': { status: 409, zh: '这项异议已经办结。', en: 'This objection has already been settled.' },
  'objection.open': {
    status: 409,
    zh: '还有 {open} 项异议未办结，请先办结后再公布。',
    en: '{open} objections are still open. Settle them before publishing.',
  },
  'award.ended': {
    status: 409,
    zh: '该项目建设期已结束，不能再发布进展。',
    en: 'The construction period of this award is over; nothing more can be posted.',
  },
  'award.not-open': { status: 409, zh: '该项目当前状态不允许此操作。', en: 'The award is not in a state for this.' },

  // applying
  'submission.award-missing': {
    status: 422,
    zh: '本批次只面向相应立项的建设单位。请从该立项的工作页面进入填报。',
    en: 'Only holders of the awards concerned may submit here. Start from the award’s work page.',
  },
  'submission.entered-already': {
    status: 409,
    zh: '本单位在该类别最多申报 {limit} 项，已达上限。请在“我的申报”中继续填写已有的申报。',
    en: 'A unit may enter at most {limit} here, and yours has. Continue the existing one under “My submissions”.',
  },
  'submission.not-editable': {
    status: 409,
    zh: '该申报当前为“{state}”，不能修改；已填写的内容均已保留。',
    en: 'This submission is “{stateEn}” and cannot be changed; everything entered is kept.',
  },
  'section.changed': {
    status: 409,
    zh: '本栏目已被他人更新到第 {version} 稿，您的内容尚未保存，两份内容都已保留，请对照后选择。',
    en: 'Somebody has saved version {version} of this section. Yours is not saved yet; both texts are kept. Compare and choose.',
  },
  'section.too-large': {
    status: 413,
    zh: '本栏目内容超过 {max} KB，未保存；您填写的内容仍在本机。请精简，或改为上传附件。',
    en: 'This section is larger than {max} KB and was not saved; what you typed is still on this device. Shorten it, or attach a file.',
  },
  'submission.incomplete': {
    status: 422,
    zh: '还有 {problems} 处需要完善，未提交；已填写的内容均已保存。请按提示逐项修改。',
    en: '{problems} points still need attention, so it was not submitted; everything entered is saved. Go through the list.',
  },
  'submission.not-recallable': {
    status: 409,
    zh: '该申报当前为“{state}”，不能撤回。',
    en: 'This submission is “{stateEn}” and cannot be taken back.',
  },
  'submission.with-others': {
    status: 409,
    zh: '该申报已由{unit}审核，不能自行撤回。如需修改，请联系该单位退回。',
    en: 'This submission is already with {unit}. Ask that unit to return it if it must be changed.',
  },
  'submission.already-recommended': {
    status: 409,
    zh: '该申报已经下级单位推荐，不能撤销。如不再申报，请逾期不提交，或联系审核单位。',
    en: 'A level has already recommended this submission, so it cannot be discarded. Leave it unsubmitted, or ask the recommending unit.',
  },
  'submission.not-submitted': {
    status: 404,
    zh: '该申报尚未提交，提交后才能查看内容。',
    en: 'This submission has not been handed in yet; its content can be seen afterwards.',
  },
  'version.absent': { status: 404, zh: '没有这一版本。', en: 'There is no such version.' },
  'document.not-ready': {
    status: 409,
    zh: '文件正在生成，请稍候几秒再下载。',
    en: 'The document is being made. Try again in a few seconds.',
  },
  'correction.past': {
    status: 422,
    zh: '修改截止时间须晚于现在。',
    en: 'The date for correction must lie ahead.',
  },
  'correction.too-late': {
    status: 422,
    zh: '修改截止时间不能晚于本级审核截止时间（{zh}）。',
    en: 'The date for correction may not be after your own deadline ({en}).',
  },

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
    zh: '文件“{name}”属于已提交的版本，须留存，不能删除。',
    en: 'The file “{name}” belongs to a version that was handed in and is kept.',
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

  // recommending
  'submission.not-with-you': {
    status: 409,
    zh: '该申报当前为“{state}”，不在您这一环节，不能进行此操作。请刷新列表。',
    en: 'This submission is “{stateEn}” and does not lie with you now. Reload the list.',
  },
  'opinion.too-long': {
    status: 422,
    zh: '推荐意见最多 {max} 字，现为 {count} 字，请删减。',
    en: 'The opinion may have at most {max} characters; it has {count}. Shorten it.',
  },
  'list.confirmed': {
    status: 409,
    zh: '本类别的推荐名单已于{zh}确认，不能再改。如需变更，请联系主办单位退回名单。',
    en: 'The list of this category was confirmed on {en} and cannot be changed. Ask the host to reopen it.',
  },
  'list.empty': { status: 409, zh: '推荐名单为空，没有可确认的申报。', en: 'The list is empty; there is nothing to confirm.' },
  'list.order-wrong': {
    status: 422,
    zh: '排序须包含名单上的全部 {count} 项且不重复，请刷新名单后重新排序。',
    en: 'The order must name all {count} on the list, each once. Reload the list and order it again.',
  },
  'list.scan-missing': {
    status: 409,
    zh: '请先上传盖章的推荐名单扫描件。',
    en: 'Upload the stamped scan of the list first.',
  },
  'list.scan-stale': {
    status: 409,
    zh: '盖章扫描件与当前名单不一致（名单在其后有变动）。请重新打印、盖章并上传。',
    en: 'The stamped scan no longer matches: the list has changed since. Print, stamp and upload it again.',
  },
  'list.not-confirmed': {
    status: 409,
    zh: '该名单尚未确认，无需退回。',
    en: 'This list has not been confirmed, so there is nothing to reopen.',
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
} as const satisfies Record<string, Text & { status: number }>

export type RefusalCode = keyof typeof refusals
