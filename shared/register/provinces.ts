import type { Text } from '../text.ts'

/**
 * The 34 provincial units by their GB/T 2260 code. `short` is the one-character abbreviation; `column` and `row` place the unit on the
 * tile map (only relative positions, 仅示意相对位置).
 */
export type Province = Text & {
  code: string
  short: string
  name: string
  kind: 'municipality' | 'province' | 'region' | 'special'
  column: number
  row: number
}

export const provinces = [
  { code: '11', zh: '北京市', en: 'Beijing', short: '京', name: '北京', kind: 'municipality', column: 4, row: 2 },
  { code: '12', zh: '天津市', en: 'Tianjin', short: '津', name: '天津', kind: 'municipality', column: 5, row: 2 },
  { code: '13', zh: '河北省', en: 'Hebei', short: '冀', name: '河北', kind: 'province', column: 4, row: 3 },
  { code: '14', zh: '山西省', en: 'Shanxi', short: '晋', name: '山西', kind: 'province', column: 3, row: 3 },
  { code: '15', zh: '内蒙古自治区', en: 'Inner Mongolia', short: '蒙', name: '内蒙古', kind: 'region', column: 3, row: 2 },
  { code: '21', zh: '辽宁省', en: 'Liaoning', short: '辽', name: '辽宁', kind: 'province', column: 6, row: 2 },
  { code: '22', zh: '吉林省', en: 'Jilin', short: '吉', name: '吉林', kind: 'province', column: 6, row: 1 },
  { code: '23', zh: '黑龙江省', en: 'Heilongjiang', short: '黑', name: '黑龙江', kind: 'province', column: 6, row: 0 },
  { code: '31', zh: '上海市', en: 'Shanghai', short: '沪', name: '上海', kind: 'municipality', column: 6, row: 4 },
  { code: '32', zh: '江苏省', en: 'Jiangsu', short: '苏', name: '江苏', kind: 'province', column: 5, row: 4 },
  { code: '33', zh: '浙江省', en: 'Zhejiang', short: '浙', name: '浙江', kind: 'province', column: 5, row: 5 },
  { code: '34', zh: '安徽省', en: 'Anhui', short: '皖', name: '安徽', kind: 'province', column: 4, row: 4 },
  { code: '35', zh: '福建省', en: 'Fujian', short: '闽', name: '福建', kind: 'province', column: 5, row: 6 },
  { code: '36', zh: '江西省', en: 'Jiangxi', short: '赣', name: '江西', kind: 'province', column: 4, row: 5 },
  { code: '37', zh: '山东省', en: 'Shandong', short: '鲁', name: '山东', kind: 'province', column: 5, row: 3 },
  { code: '41', zh: '河南省', en: 'Henan', short: '豫', name: '河南', kind: 'province', column: 3, row: 4 },
  { code: '42', zh: '湖北省', en: 'Hubei', short: '鄂', name: '湖北', kind: 'province', column: 3, row: 5 },
  { code: '43', zh: '湖南省', en: 'Hunan', short: '湘', name: '湖南', kind: 'province', column: 3, row: 6 },
  { code: '44', zh: '广东省', en: 'Guangdong', short: '粤', name: '广东', kind: 'province', column: 4, row: 6 },
  { code: '45', zh: '广西壮族自治区', en: 'Guangxi', short: '桂', name: '广西', kind: 'region', column: 2, row: 6 },
  { code: '46', zh: '海南省', en: 'Hainan', short: '琼', name: '海南', kind: 'province', column: 3, row: 7 },
  { code: '50', zh: '重庆市', en: 'Chongqing', short: '渝', name: '重庆', kind: 'municipality', column: 2, row: 4 },
  { code: '51', zh: '四川省', en: 'Sichuan', short: '川', name: '四川', kind: 'province', column: 1, row: 4 },
  { code: '52', zh: '贵州省', en: 'Guizhou', short: '贵', name: '贵州', kind: 'province', column: 2, row: 5 },
  { code: '53', zh: '云南省', en: 'Yunnan', short: '云', name: '云南', kind: 'province', column: 1, row: 5 },
  { code: '54', zh: '西藏自治区', en: 'Xizang', short: '藏', name: '西藏', kind: 'region', column: 0, row: 4 },
  { code: '61', zh: '陕西省', en: 'Shaanxi', short: '陕', name: '陕西', kind: 'province', column: 2, row: 3 },
  { code: '62', zh: '甘肃省', en: 'Gansu', short: '甘', name: '甘肃', kind: 'province', column: 1, row: 2 },
  { code: '63', zh: '青海省', en: 'Qinghai', short: '青', name: '青海', kind: 'province', column: 1, row: 3 },
  { code: '64', zh: '宁夏回族自治区', en: 'Ningxia', short: '宁', name: '宁夏', kind: 'region', column: 2, row: 2 },
  { code: '65', zh: '新疆维吾尔自治区', en: 'Xinjiang', short: '新', name: '新疆', kind: 'region', column: 0, row: 2 },
  { code: '71', zh: '台湾省', en: 'Taiwan', short: '台', name: '台湾', kind: 'province', column: 6, row: 6 },
  { code: '81', zh: '香港特别行政区', en: 'Hong Kong', short: '港', name: '香港', kind: 'special', column: 5, row: 7 },
  { code: '82', zh: '澳门特别行政区', en: 'Macao', short: '澳', name: '澳门', kind: 'special', column: 4, row: 7 },
] as const satisfies readonly Province[]

const byCode = new Map<string, Province>(provinces.map((province) => [province.code, province]))
export const provinceOf = (code: string): Province | undefined => byCode.get(code)

/** Finds a province by any of its usual names: 江苏, 江苏省, 江苏省教育厅, 上海市教委, 广西自治区教育厅, or its two digits. */
export function findProvince(text: string): Province | undefined {
  const said = text.trim()
  const office = said.replace(/(省|市|自治区)?(教育厅|教育委员会|教委|人民政府)$/, '$1')
  return byCode.get(said) ?? provinces.find(({ zh, name }) => [zh, name, `${name}省`, `${name}市`, `${name}自治区`].includes(office))
}
