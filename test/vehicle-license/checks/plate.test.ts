import { checkPlate, plateKind } from '../../../miniprogram/vehicle-license/checks'

const KINDS: Record<string, readonly string[]> = {
  普通号牌: ['粤B5K7T9', '冀A83P26', '京A00001', '京O12345', '桂AQ2345'],
  小型新能源汽车号牌: ['沪AD38617', '粤BF12345', '粤BDA1234', '川AE12345', '京AK99999'],
  大型新能源汽车号牌: ['鄂A12345D', '京B54321F', '沪C00001A'],
  挂车号牌: ['京A1234挂', '冀B7K21挂'],
  教练车号牌: ['川A1234学'],
  警用号牌: ['川A1234警', '川OC123警'],
  香港入出境车号牌: ['粤Z1234港', '粤ZF0A1港'],
  澳门入出境车号牌: ['粤Z1234澳'],
  使馆号牌: ['使001234', '999001使'],
  领馆号牌: ['沪A0023领', '沪99901领'],
  应急救援号牌: ['京X1234应急', '川S0012应急', '京12345应急', '应急京123X'],
  民航号牌: ['民航A0123', '民航AA0123'],
  拖拉机号牌: ['鲁0112345'],
  临时号牌: ['苏A1234试', '冀A1234超'],
  武警号牌: ['WJ12345', 'WJ京12345', 'WJ京1234X'],
  军队号牌: ['VA12345'],
}

describe.each(Object.entries(KINDS))('%s', (kind, plates) => {
  test.each(plates)('%s', (plate) => {
    expect(plateKind(plate)?.zh).toBe(kind)
  })
})

const WITHOUT_LICENSE = ['临时号牌', '武警号牌', '军队号牌']

test('accepts every plate that a license may bear', () => {
  const borne = Object.entries(KINDS).flatMap(([kind, plates]) => (WITHOUT_LICENSE.includes(kind) ? [] : plates))
  expect(borne.filter((plate) => checkPlate(plate))).toEqual([])
})

test.each(['VA12345', 'WJ京12345', '苏A1234试'])('says what %s is, and that no license bears it', (plate) => {
  expect(checkPlate(plate)?.zh).toContain(plateKind(plate)?.zh)
  expect(checkPlate(plate)?.en).toContain(plateKind(plate)?.en)
})

test.each([
  ...['', 'B5K7T9', '粤B5K7TI', '粤B5K7TO', '粤B5K7T', '粤b5k7t9', '某B5K7T9', '粤BX12345', '粤BD1234567', '粤BD12E45'],
  ...['粤B·5K7T9', '京A12345挂', '京Y1234应急', '京X1234应', '民航12345', '使12345', '京AI234学'],
])('refuses "%s"', (plate) => {
  expect(plateKind(plate)).toBeUndefined()
  expect(checkPlate(plate)?.zh).toBe('号牌格式不对，请核对')
})
