import type { Text } from '../text.ts'

/**
 * Central bodies that supervise institutions. `also` are abbreviations in use; `formerly` are names that registers still carry and that
 * are entered under the present name, with a note in the report.
 */
export type CentralBody = Text & { key: string; also?: readonly string[]; formerly?: readonly string[] }

export const centralBodies = [
  { key: 'moe', zh: '教育部', en: 'Ministry of Education' },
  { key: 'miit', zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology', also: ['工信部'] },
  { key: 'mps', zh: '公安部', en: 'Ministry of Public Security' },
  { key: 'seac', zh: '国家民族事务委员会', en: 'National Ethnic Affairs Commission', also: ['国家民委'] },
  { key: 'mot', zh: '交通运输部', en: 'Ministry of Transport' },
  { key: 'mfa', zh: '外交部', en: 'Ministry of Foreign Affairs' },
  { key: 'moj', zh: '司法部', en: 'Ministry of Justice' },
  { key: 'mohrss', zh: '人力资源和社会保障部', en: 'Ministry of Human Resources and Social Security', also: ['人社部'] },
  { key: 'mnr', zh: '自然资源部', en: 'Ministry of Natural Resources' },
  { key: 'mee', zh: '生态环境部', en: 'Ministry of Ecology and Environment' },
  { key: 'mwr', zh: '水利部', en: 'Ministry of Water Resources' },
  { key: 'mara', zh: '农业农村部', en: 'Ministry of Agriculture and Rural Affairs' },
  { key: 'mct', zh: '文化和旅游部', en: 'Ministry of Culture and Tourism' },
  {
    key: 'nhc',
    zh: '国家卫生健康委员会',
    en: 'National Health Commission',
    also: ['国家卫生健康委', '国家卫健委'],
    formerly: ['国家卫生和计划生育委员会', '卫生部'],
  },
  { key: 'mem', zh: '应急管理部', en: 'Ministry of Emergency Management', formerly: ['国家安全生产监督管理总局'] },
  { key: 'cea', zh: '中国地震局', en: 'China Earthquake Administration' },
  { key: 'gacc', zh: '海关总署', en: 'General Administration of Customs' },
  { key: 'gas', zh: '国家体育总局', en: 'General Administration of Sport' },
  { key: 'nfga', zh: '国家林业和草原局', en: 'National Forestry and Grassland Administration', formerly: ['国家林业局'] },
  { key: 'natcm', zh: '国家中医药管理局', en: 'National Administration of Traditional Chinese Medicine' },
  { key: 'nrta', zh: '国家广播电视总局', en: 'National Radio and Television Administration' },
  { key: 'caac', zh: '中国民用航空局', en: 'Civil Aviation Administration', also: ['民航局'], formerly: ['中国民用航空总局'] },
  { key: 'cma', zh: '中国气象局', en: 'China Meteorological Administration' },
  { key: 'ocao', zh: '国务院侨务办公室', en: 'Overseas Chinese Affairs Office', also: ['国务院侨办'] },
  { key: 'ufwd', zh: '中央统战部', en: 'United Front Work Department of the CPC Central Committee', also: ['中共中央统战部'] },
  { key: 'go', zh: '中央办公厅', en: 'General Office of the CPC Central Committee', also: ['中共中央办公厅'] },
  { key: 'cas', zh: '中国科学院', en: 'Chinese Academy of Sciences' },
  { key: 'cass', zh: '中国社会科学院', en: 'Chinese Academy of Social Sciences' },
  {
    key: 'acwf',
    zh: '中华全国妇女联合会',
    en: 'All-China Women’s Federation',
    also: ['全国妇联'],
    formerly: ['中华妇女联合会'],
  },
  { key: 'acftu', zh: '中华全国总工会', en: 'All-China Federation of Trade Unions', also: ['全国总工会'] },
  { key: 'cycl', zh: '共青团中央', en: 'Central Committee of the Communist Youth League', also: ['中国共产主义青年团中央委员会'] },
  { key: 'afed', zh: '空军装备部', en: 'Air Force Equipment Department' },
] as const satisfies readonly CentralBody[]

/** The central body of this name, and whether the name is one of the past. */
export function findCentralBody(name: string): { body: CentralBody; formerly: boolean } | undefined {
  for (const body of centralBodies as readonly CentralBody[]) {
    if (body.zh === name || body.also?.includes(name)) return { body, formerly: false }
    if (body.formerly?.includes(name)) return { body, formerly: true }
  }
  return undefined
}
