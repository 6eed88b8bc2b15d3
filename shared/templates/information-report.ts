import { reportForm } from './forms/report.ts'
import type { TemplateSource } from './schema.ts'
import { both } from './sections/writing.ts'

/** News, experience, research and urgent matters sent up by universities, accepted or returned, published, listed and exported by unit, state and time. */
export const informationReport: TemplateSource = {
  key: 'information-report',
  version: 1,
  title: both('信息报送', 'Information reports'),
  programme: { key: 'information', title: both('信息报送', 'Information reports') },
  kind: 'report',
  basis: [],
  introduction: both(
    '各单位报送工作动态、经验做法、调研建议和紧急信息，一事一报，由上级单位审核采用；主办单位可按单位、状态和时间查询、导出。',
    'Units report news, good practice, research and urgent matters, one subject per report. The unit above accepts and publishes them; the host can find and export them by unit, state and time.',
  ),
  forms: { report: reportForm },
  categories: [{ key: 'report', title: both('信息', 'Report'), applicant: 'university', type: 'report', form: 'report', perUnit: 500 }],
  stages: [
    { key: 'collect', kind: 'collect', title: both('报送', 'Collection'), defaultDays: 365 },
    {
      key: 'endorse-university',
      kind: 'endorse',
      level: 'university',
      title: both('学校审核', 'University endorsement'),
      optional: true,
      defaultDays: 3,
    },
    { key: 'deliberate', kind: 'deliberate', title: both('采用', 'Acceptance'), defaultDays: 30 },
    { key: 'publish', kind: 'publish', title: both('刊发', 'Publication'), optional: true, defaultDays: 5 },
  ],
  endorsement: {
    levels: { university: ['university'] },
    direct: ['ministry', 'jointly-built'],
    duties: { university: { opinionMax: 200, stampedScan: false, ordered: false } },
  },
}
