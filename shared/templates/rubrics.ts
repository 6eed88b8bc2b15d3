import type { Text } from '../text.ts'
import type { TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

export type RubricSource = NonNullable<TemplateSource['review']>['rubric']
type Anchors = readonly [best: Text, middle: Text, weak: Text]

/** A criterion of ten points with three described ones. */
export const tenPoints = (key: string, title: Text, help: Text, weight: number, [best, middle, weak]: Anchors) => ({
  key,
  title,
  help,
  min: 0,
  max: 10,
  step: 0.5,
  weight,
  anchors: [
    { score: 9, text: best },
    { score: 6, text: middle },
    { score: 3, text: weak },
  ],
})

const recommendation = [
  { value: 'recommend', label: both('推荐', 'Recommend') },
  { value: 'reserve', label: both('备选', 'Hold in reserve') },
  { value: 'decline', label: both('不推荐', 'Do not recommend') },
]

/** Of units that apply to be built up as examples. */
export const unitRubric: RubricSource = {
  criteria: [
    tenPoints(
      'standard',
      both('对标情况', 'Meeting the standard'),
      both('对照建设标准逐项看基础工作', 'The work so far, standard by standard'),
      30,
      [
        both('各项标准均有扎实做法和数据支撑', 'Every standard met, with sound practice and figures'),
        both('多数标准落实，个别偏弱', 'Most standards met, some weak'),
        both('以表态为主，缺少事实', 'Intentions rather than facts'),
      ],
    ),
    tenPoints(
      'results',
      both('工作成效', 'Results'),
      both('近三年成果的含金量与相关性', 'Quality and relevance of the results of the past three years'),
      25,
      [
        both('成效突出，有省级以上认可', 'Outstanding, recognised at provincial level or above'),
        both('成效较好，影响限于校内', 'Good, influence limited to the university'),
        both('成果少或关联不大', 'Few, or hardly relevant'),
      ],
    ),
    tenPoints(
      'problems',
      both('问题剖析', 'Analysis of problems'),
      both('问题找得准、原因分析深', 'Problems pinpointed, causes understood'),
      10,
      [
        both('问题具体、原因深刻、与计划对应', 'Specific, well analysed and answered by the plan'),
        both('问题较具体，原因分析一般', 'Fairly specific, causes only partly analysed'),
        both('泛泛而谈', 'Generalities'),
      ],
    ),
    tenPoints(
      'plan',
      both('建设计划', 'Development plan'),
      both('目标可检查、举措可操作、进度合理', 'Verifiable goals, workable measures, a sensible timetable'),
      25,
      [
        both('目标量化，举措具体，责任到人', 'Quantified goals, specific measures, named people'),
        both('总体可行，部分不够具体', 'Feasible overall, vague in places'),
        both('难以检查或难以完成', 'Hard to verify or to achieve'),
      ],
    ),
    tenPoints('example', both('示范价值', 'Value as a model'), both('经验可复制、可推广', 'Experience that others can adopt'), 10, [
      both('经验清晰，已有单位借鉴', 'Clear, and already adopted elsewhere'),
      both('有一定借鉴意义', 'Of some use to others'),
      both('特殊性强，难以推广', 'Too specific to be adopted elsewhere'),
    ]),
  ],
  commentMin: 20,
  commentMax: 1000,
  recommendation,
}

/** Of projects. */
export const projectRubric: RubricSource = {
  criteria: [
    tenPoints(
      'theme',
      both('选题与定位', 'Theme and focus'),
      both('育人导向鲜明，问题意识强', 'A clear educational purpose and a real question'),
      20,
      [
        both('导向鲜明、定位准确', 'Clear purpose, well focused'),
        both('导向正确、定位一般', 'Sound purpose, loosely focused'),
        both('主题分散', 'Unfocused'),
      ],
    ),
    tenPoints('base', both('工作基础', 'Groundwork'), both('持续三年以上，机制健全', 'At least three years’ work, well organised'), 20, [
      both('积累深厚、机制健全', 'Extensive experience, well organised'),
      both('有一定积累', 'Some experience'),
      both('积累不足', 'Too little experience'),
    ]),
    tenPoints('features', both('特色创新', 'Originality'), both('内容、载体、方法的创新', 'New content, formats or methods'), 20, [
      both('特色突出，可识别', 'Distinctive'),
      both('有一定特色', 'Somewhat distinctive'),
      both('与同类项目雷同', 'Much like other projects'),
    ]),
    tenPoints(
      'effect',
      both('育人实效', 'Impact on students'),
      both('覆盖面、获得感与数据支撑', 'Reach, benefit to students, supporting figures'),
      25,
      [both('实效显著，数据可信', 'Marked impact, credible figures'), both('实效较好', 'Good impact'), both('实效不明', 'Unclear impact')],
    ),
    tenPoints(
      'feasibility',
      both('推广与可行性', 'Feasibility and wider use'),
      both('计划、预算与推广价值', 'Plan, budget, value to others'),
      15,
      [both('计划周密，推广价值高', 'Well planned, widely useful'), both('计划可行', 'Feasible plan'), both('计划粗略', 'Sketchy plan')],
    ),
  ],
  commentMin: 20,
  commentMax: 1000,
  recommendation,
}

/** Of persons. */
export const personRubric: RubricSource = {
  criteria: [
    tenPoints(
      'ethics',
      both('师德与育人情怀', 'Professional ethics and dedication'),
      both('师德表现、师生评价', 'Conduct, and the view of colleagues and students'),
      25,
      [
        both('表现突出，广受好评', 'Outstanding, widely praised'),
        both('表现良好', 'Good'),
        both('材料不足以判断', 'Cannot be judged from the material'),
      ],
    ),
    tenPoints(
      'ability',
      both('专业能力', 'Professional ability'),
      both('理论素养与业务水平', 'Theoretical grounding and professional skill'),
      30,
      [both('能力突出，有代表性成果', 'Outstanding, with representative work'), both('能力较强', 'Strong'), both('能力一般', 'Average')],
    ),
    tenPoints(
      'achievement',
      both('工作业绩', 'Achievements'),
      both('近三年业绩与影响', 'Work and influence over the past three years'),
      30,
      [
        both('业绩突出，有全国或全省影响', 'Outstanding, with national or provincial influence'),
        both('业绩良好', 'Good'),
        both('业绩一般', 'Average'),
      ],
    ),
    tenPoints('promise', both('发展潜力', 'Potential'), both('培养计划与团队带动', 'Development plan, and effect on the team'), 15, [
      both('计划清晰，带动性强', 'Clear plan, inspires the team'),
      both('计划可行', 'Feasible plan'),
      both('计划不清', 'Unclear plan'),
    ]),
  ],
  commentMin: 20,
  commentMax: 1000,
  recommendation,
}
