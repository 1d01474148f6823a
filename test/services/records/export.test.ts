import { chooseLanguage } from '../../../miniprogram/services/settings/language'
import type { LicenseRecord } from '../../../miniprogram/services/records/license-record'
import { newRecord } from '../../../miniprogram/services/records'
import { toCsv } from '../../../miniprogram/services/records/export-csv'
import { toJson } from '../../../miniprogram/services/records/export-json'
import { FIELDS, type VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { FakePhone } from '../../wx/phone'

beforeEach(() => {
  new FakePhone()
  chooseLanguage('zh')
})

/** 2018-07-06 09:05 by the clock of this machine. */
const AT = new Date(2018, 6, 6, 9, 5).getTime()

const confirmed = (license: VehicleLicense, more: object = {}): LicenseRecord => ({
  ...newRecord(),
  confirmed: { at: AT, license, read: license, ...more },
})

/** A table as RFC 4180 has it, read by its rules. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,\r]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

function table(...records: LicenseRecord[]): Record<string, string>[] {
  const [titles = [], ...rows] = parse(toCsv(records))
  return rows.map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at] ?? '<none>'])))
}

describe('CSV', () => {
  test('starts with a byte order mark', () => {
    expect(toCsv([]).charCodeAt(0)).toBe(0xfeff)
  })

  test('has a column with a distinct title for each field, then time, engine and edited fields', () => {
    const [titles = []] = parse(toCsv([]))
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles).toHaveLength(FIELDS.length + 3)
    expect(titles[0]).toBe('号牌号码')
    expect(titles).toContain('号牌号码（副页）')
    expect(titles.slice(-3)).toEqual(['确认时间', '识别引擎', '修改过的项'])
  })

  test('has the confirmed values of each record', () => {
    const license = { plateNum: '粤B5K7T9', owner: '王小样', plateNumB: '粤B5K7T9' }
    const read = { ...license, owner: '王小祥' }
    expect(table(confirmed(license, { read, engine: 'wechat' }))).toEqual([
      expect.objectContaining({
        号牌号码: '粤B5K7T9',
        所有人: '王小样',
        '号牌号码（副页）': '粤B5K7T9',
        住址: '',
        确认时间: '2018-07-06 09:05',
        识别引擎: '微信',
        修改过的项: '所有人',
      }),
    ])
  })

  test('leaves the time empty if not confirmed', () => {
    const [row] = table({ ...newRecord(), typed: { owner: '王小样' } })
    expect(row).toMatchObject({ 所有人: '王小样', 确认时间: '', 修改过的项: '' })
  })

  test('does not export unconfirmed edits', () => {
    const [row] = table({ ...confirmed({ owner: '王小样' }), typed: { owner: '张样例' } })
    expect(row).toMatchObject({ 所有人: '王小样' })
  })

  test('escapes commas, quotes and line breaks', () => {
    const remark = '第一行,"引号"\r\n第二行'
    expect(table(confirmed({ remark, owner: '王小样' }), confirmed({ owner: '张样例' }))).toEqual([
      expect.objectContaining({ 备注: remark, 所有人: '王小样' }),
      expect.objectContaining({ 备注: '', 所有人: '张样例' }),
    ])
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '--1', '-cmd|x'])(
    'makes no formula of %j',
    (owner) => {
      expect(table(confirmed({ owner }))[0]).toMatchObject({ 所有人: `'${owner}` })
    },
  )

  test.each(['--', '-', '—', '－－'])('leaves %s unchanged', (loadQuality) => {
    expect(table(confirmed({ loadQuality }))[0]).toMatchObject({ 核定载质量: loadQuality })
  })

  test('uses the person’s language', () => {
    chooseLanguage('en')
    const [titles = []] = parse(toCsv([]))
    expect(titles).toEqual(expect.arrayContaining(['Owner', 'Plate No. (duplicate page)', 'Confirmed at']))
  })
})

test('JSON has the unchanged values by field key', () => {
  const license = { owner: '=王小样', loadQuality: '--' }
  const records = [confirmed(license, { read: { ...license, owner: '王' }, engine: 'embedded' }), newRecord()]
  expect(JSON.parse(toJson(records))).toEqual([
    { license, confirmedAt: new Date(AT).toISOString(), engine: 'embedded', edited: ['owner'] },
    { license: {}, confirmedAt: null, engine: null, edited: [] },
  ])
})
