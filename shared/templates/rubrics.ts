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
      both('对标情况', 'Against the standard'),
      both('对照建设标准逐项看基础工作', 'The work so far, point by point'),
      30,
      [
        both('各项标准均有扎实做法和数据支撑', 'Every point done soundly and shown by figures'),
        both('多数标准落实，个别偏弱', 'Most points done, some weak'),
        both('以表态为主，缺少事实', 'Intentions rather than facts'),
      ],
    ),
    tenPoints(
      'results',
      both('工作成效', 'Results'),
      both('近三年成果的含金量与相关性', 'Worth and relevance of the results of three years'),
      25,
      [
        both('成效突出，有省级以上认可', 'Outstanding, recognised by the province or above'),
        both('成效较好，影响限于校内', 'Good, known within the university'),
        both('成果少或关联不大', 'Few, or beside the point'),
      ],
    ),
    tenPoints('problems', both('问题剖析', 'Self-criticism'), both('问题找得准、原因分析深', 'Problems exact, causes understood'), 10, [
      both('问题具体、原因深刻、与计划对应', 'Concrete, deep, answered by the plan'),
      both('问题较具体，原因分析一般', 'Concrete enough, causes less so'),
      both('泛泛而谈', 'General remarks'),
    ]),
    tenPoints(
      'plan',
      both('建设计划', 'Plan'),
      both('目标可检查、举措可操作、进度合理', 'Goals that can be checked, measures that can be done'),
      25,
      [
        both('目标量化，举措具体，责任到人', 'Goals in figures, measures concrete, people named'),
        both('总体可行，部分不够具体', 'Feasible on the whole, vague in part'),
        both('难以检查或难以完成', 'Hard to check or to do'),
      ],
    ),
    tenPoints('example', both('示范价值', 'Worth as an example'), both('经验可复制、可推广', 'What others can learn from it'), 10, [
      both('经验清晰，已有单位借鉴', 'Clear, and already followed elsewhere'),
      both('有一定借鉴意义', 'Of some use to others'),
      both('特殊性强，难以推广', 'Too particular'),
    ]),
  ],
  commentMin: 20,
  commentMax: 1000,
  recommendation,
}

/** Of projects. */
export const projectRubric: RubricSource = {
  criteria: [
    tenPoints('theme', both('选题与定位', 'Theme'), both('育人导向鲜明，问题意识强', 'Clear purpose, a real question'), 20, [
      both('导向鲜明、定位准确', 'Clear and well placed'),
      both('导向正确、定位一般', 'Right, but general'),
      both('主题分散', 'Scattered'),
    ]),
    tenPoints('base', both('工作基础', 'Base'), both('持续三年以上，机制健全', 'Three years and more, with working institutions'), 20, [
      both('积累深厚、机制健全', 'Long and well organised'),
      both('有一定积累', 'Some experience'),
      both('积累不足', 'Too little'),
    ]),
    tenPoints('features', both('特色创新', 'Features'), both('内容、载体、方法的创新', 'New content, means or methods'), 20, [
      both('特色突出，可识别', 'Distinct'),
      both('有一定特色', 'Some'),
      both('与同类项目雷同', 'Like many others'),
    ]),
    tenPoints('effect', both('育人实效', 'Effect'), both('覆盖面、获得感与数据支撑', 'Reach, gain for students, figures'), 25, [
      both('实效显著，数据可信', 'Marked, with credible figures'),
      both('实效较好', 'Good'),
      both('实效不明', 'Unclear'),
    ]),
    tenPoints(
      'feasibility',
      both('推广与可行性', 'Spread and feasibility'),
      both('计划、预算与推广价值', 'Plan, budget, use to others'),
      15,
      [both('计划周密，推广价值高', 'Well planned, of use to many'), both('计划可行', 'Feasible'), both('计划粗略', 'Rough')],
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
      both('师德与育人情怀', 'Ethics and devotion'),
      both('师德表现、师生评价', 'Conduct, what colleagues and students say'),
      25,
      [
        both('表现突出，广受好评', 'Outstanding, widely praised'),
        both('表现良好', 'Good'),
        both('材料不足以判断', 'Cannot be told from the material'),
      ],
    ),
    tenPoints('ability', both('专业能力', 'Ability'), both('理论素养与业务水平', 'Learning and skill'), 30, [
      both('能力突出，有代表性成果', 'Outstanding, with telling work'),
      both('能力较强', 'Strong'),
      both('能力一般', 'Ordinary'),
    ]),
    tenPoints('achievement', both('工作业绩', 'Achievements'), both('近三年业绩与影响', 'Work and influence of three years'), 30, [
      both('业绩突出，有全国或全省影响', 'Outstanding in the country or province'),
      both('业绩良好', 'Good'),
      both('业绩一般', 'Ordinary'),
    ]),
    tenPoints('promise', both('发展潜力', 'Promise'), both('培养计划与团队带动', 'Plan, and drawing others along'), 15, [
      both('计划清晰，带动性强', 'Clear plan, draws others along'),
      both('计划可行', 'Feasible plan'),
      both('计划不清', 'Unclear plan'),
    ]),
  ],
  commentMin: 20,
  commentMax: 1000,
  recommendation,
}
