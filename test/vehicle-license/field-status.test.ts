import type { FieldKey } from '../../miniprogram/vehicle-license/fields'
import { fieldStatuses, type LicenseInReview } from '../../miniprogram/vehicle-license/field-status'

const LICENSE = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LXXAB12CXA0000023', model: '样例牌XY7000' }

const known = (changed: Partial<LicenseInReview>): LicenseInReview => ({
  license: LICENSE,
  read: LICENSE,
  typed: {},
  accepted: {},
  confidence: {},
  doubts: {},
  expected: new Set(),
  ...changed,
})

/** Why a person should look at each field that asks for it. */
const reasons = (changed: Partial<LicenseInReview>): Partial<Record<FieldKey, string>> =>
  Object.fromEntries(fieldStatuses(known(changed)).flatMap(({ key, reason }) => (reason ? [[key, reason]] : [])))

const typing = (typed: LicenseInReview['typed']): Partial<LicenseInReview> => ({
  typed,
  license: { ...LICENSE, ...typed },
})

test('a license that was read surely asks for nothing', () => {
  expect(reasons({})).toEqual({})
})

test('what the engine is not sure of is to be looked at, until a person types it or vouches for it', () => {
  const confidence = { model: 0.84, owner: 0.86 }
  expect(reasons({ confidence })).toEqual({ model: 'unsure' })
  expect(reasons({ confidence, ...typing({ model: '样例牌XY7000' }) })).toEqual({})
  expect(reasons({ confidence, accepted: { model: '样例牌XY7000' } })).toEqual({})
})

test('a value that breaks a rule is to be looked at, typed or not, until a person vouches for that very value', () => {
  const broken = typing({ vin: 'LXXAB12CXA0000024' })
  expect(reasons(broken)).toEqual({ vin: 'broken' })
  expect(reasons({ ...broken, accepted: { vin: 'LXXAB12CXA0000024' } })).toEqual({})
  expect(reasons({ ...broken, accepted: { vin: 'LXXAB12CXA0000025' } })).toEqual({ vin: 'broken' })
})

test('pictures that disagree are to be looked at until a person types what is right', () => {
  const doubts = { plateNum: { zh: '另一张照片上是 粤B12345', en: '' } }
  expect(reasons({ doubts })).toEqual({ plateNum: 'broken' })
  expect(reasons({ doubts, ...typing({ plateNum: '粤B5K7T9' }) })).toEqual({})
})

test('plate, owner and VIN are missing wherever they are; others where their page was read', () => {
  const { model } = LICENSE
  expect(reasons({ license: { model } })).toEqual({ plateNum: 'missing', owner: 'missing', vin: 'missing' })
  expect(reasons({ expected: new Set<FieldKey>(['addr', 'remark']) })).toEqual({ addr: 'missing' })
  expect(reasons({ expected: new Set<FieldKey>(['addr']), accepted: { addr: '' } })).toEqual({})
})

test('an edit is told from what was read', () => {
  const edited = fieldStatuses(known(typing({ owner: '王小祥', model: '样例牌XY7000' }))).filter(
    ({ isEdited }) => isEdited,
  )
  expect(edited.map(({ key }) => key)).toEqual(['owner'])
})
