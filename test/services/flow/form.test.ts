import { formOf } from '../../../miniprogram/services/flow/form'
import type { LicenseRecord, LicensePicture } from '../../../miniprogram/services/records/license-record'
import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { FakePhone } from '../../wx/phone'

const MAIN: VehicleLicense = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LXXAB12CXA0000023' }
const BOX = [
  { x: 0, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 9 },
  { x: 0, y: 9 },
] as const

beforeEach(() => new FakePhone())

const picture = (license: VehicleLicense, more: Partial<LicensePicture> = {}): LicensePicture => ({
  path: 'main.jpg',
  type: 'photo',
  recognition: { license, cards: {} },
  ...more,
})

const record = (more: Partial<LicenseRecord>): LicenseRecord => ({
  id: 'a',
  createdAt: 1,
  pictures: [],
  typed: {},
  accepted: {},
  ...more,
})

const checks = (more: Partial<LicenseRecord>) => formOf(record(more)).checks.map(({ key }) => key)

test('an empty form has nothing to confirm', () => {
  expect(formOf(record({})).step).toEqual({ kind: 'nothing', text: '还没有内容' })
})

test('asks for missing values first, then doubtful ones, then the confirmation', () => {
  expect(formOf(record({ typed: { owner: '王小样', vin: 'SHORT' } })).step.text).toBe('还缺 1 项')
  expect(formOf(record({ typed: { ...MAIN, vin: 'SHORT' } }))).toMatchObject({
    summary: '3 项已读 · 1 项请看',
    step: { kind: 'look', text: '1 项待核对' },
  })
  expect(formOf(record({ typed: MAIN })).step).toEqual({ kind: 'confirm', text: '确认无误' })
})

test('expects the fields that the engine returns for a page', () => {
  const expected = ['vehicleType', 'addr', 'useCharacter', 'model', 'engineNum', 'registerDate', 'issueDate']
  expect(checks({ pictures: [picture(MAIN, { engine: 'wechat' })] })).toEqual(expected)
  expect(checks({ pictures: [picture(MAIN, { engine: 'embedded' })] })).toEqual([...expected, 'issueAuthority'])
})

test('flags a value by the confidence in the picture it came from', () => {
  const evidence = { owner: { confidence: 0.5, box: BOX } }
  const pictures = [
    picture(
      { owner: '王小样' },
      { path: 'other.jpg', recognition: { license: { owner: '王小样' }, cards: {}, evidence } },
    ),
    picture(MAIN),
  ]
  expect(checks({ pictures })).not.toContain('owner')
  expect(checks({ pictures: pictures.slice(0, 1) })).toContain('owner')
})

test('offers a correction for a misread VIN', () => {
  const form = formOf(record({ typed: { ...MAIN, vin: 'LXXAB12CXA0O00023' } }))
  expect(form.checks).toMatchObject([{ key: 'vin', reason: 'broken', suggestions: ['LXXAB12CXA0000023'] }])
})

test('flags confirmed values only if they break a rule', () => {
  const evidence = { owner: { confidence: 0.5, box: BOX } }
  const pictures = [picture(MAIN, { recognition: { license: MAIN, cards: {}, evidence } })]
  const confirmed = { at: 1, license: MAIN, read: MAIN }
  expect(checks({ pictures, confirmed })).not.toContain('owner')
})

test('shows the kind of a plate', () => {
  const [main] = formOf(record({ typed: { plateNum: '沪AD38617', owner: '王小样' } })).pages
  expect(main?.fields.map(({ plateKind }) => plateKind).filter(Boolean)).toEqual(['小型新能源汽车号牌'])
})
