import { readWechatReply } from '../../miniprogram/vehicle-license/read-wechat-reply'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'

const codeOf = (reply: unknown): string | undefined => {
  try {
    readWechatReply(reply)
    return undefined
  } catch (error) {
    return error instanceof RecognitionError ? error.code : 'another error'
  }
}

test('reads the HTTPS reply, in snake_case, and the cloud call, in camelCase, alike', () => {
  const license = { vehicleType: '小型轿车', plateNumB: '粤B5K7T9', totalQuality: '2700kg' }
  expect(
    readWechatReply({ vehicle_type: '小型轿车', plate_num_b: '粤B5K7T9', total_quality: '2700kg' }).license,
  ).toEqual(license)
  expect(readWechatReply({ errCode: 0, ...license }).license).toEqual(license)
})

test.each([
  ['vhicle_type', 'vehicleType'],
  ['vhicleType', 'vehicleType'],
  ['vehicle_type', 'vehicleType'],
  ['engin_num', 'engineNum'],
  ['engine_num', 'engineNum'],
  ['totalprepare_quality_quality', 'prepareQuality'],
  ['totalprepareQualityQuality', 'prepareQuality'],
  ['totalprepare_quality', 'prepareQuality'],
  ['prepare_quality', 'prepareQuality'],
  ['plate_num', 'plateNum'],
  ['owner', 'owner'],
  ['addr', 'addr'],
  ['use_character', 'useCharacter'],
  ['model', 'model'],
  ['vin', 'vin'],
  ['register_date', 'registerDate'],
  ['issue_date', 'issueDate'],
  ['plate_num_b', 'plateNumB'],
  ['record', 'record'],
  ['passengers_num', 'passengersNum'],
  ['total_quality', 'totalQuality'],
  ['overall_size', 'overallSize'],
])('reads the spelling %s', (spelling, key) => {
  expect(readWechatReply({ [spelling]: 'value' }).license).toEqual({ [key]: 'value' })
})

test('takes the corners of the pages that were found, and the size of the picture', () => {
  const pos = {
    left_top: { x: 1, y: 2 },
    right_top: { x: 3, y: 4 },
    right_bottom: { x: 5, y: 6 },
    left_bottom: { x: 7, y: 8 },
  }
  const { cards, imageSize } = readWechatReply({ vin: 'V', card_position_back: { pos }, img_size: { w: 640, h: 480 } })
  expect(cards).toEqual({ duplicate: [pos.left_top, pos.right_top, pos.right_bottom, pos.left_bottom] })
  expect(imageSize).toEqual({ width: 640, height: 480 })
})

test('leaves out empty values', () => {
  expect(readWechatReply({ vin: ' ', owner: '王小样 ' }).license).toEqual({ owner: '王小样' })
})

test('a reply without any field is an error of the engine, not an empty license', () => {
  expect(codeOf({ contentType: '', errCode: 0 })).toBe('ENGINE_UNAVAILABLE')
  expect(codeOf(undefined)).toBe('ENGINE_UNAVAILABLE')
  expect(codeOf('<html>')).toBe('ENGINE_UNAVAILABLE')
})

test('a reply with nothing in its fields is of no license', () => {
  expect(codeOf({ vin: '', owner: '' })).toBe('NOT_A_LICENSE')
})

const POS = {
  left_top: { x: 1, y: 2 },
  right_top: { x: 3, y: 4 },
  right_bottom: { x: 5, y: 6 },
  left_bottom: { x: 7, y: 8 },
}

test.each([null, '', ' ', [], [5], {}, true, 'five', Infinity, NaN, undefined])(
  '%p is no coordinate and no size, and the fields are read all the same',
  (x) => {
    const pos = { ...POS, right_top: { x, y: 4 } }
    const reply = { vin: 'V', card_position_front: { pos }, img_size: { w: x, h: 480 } }
    expect(readWechatReply(reply)).toEqual({ license: { vin: 'V' }, cards: {} })
  },
)

test('a number may come as text', () => {
  const pos = { ...POS, left_top: { x: '1.5', y: ' 2 ' } }
  const { cards, imageSize } = readWechatReply({
    vin: 'V',
    card_position_front: { pos },
    img_size: { w: '640', h: '480' },
  })
  expect(cards.main?.[0]).toEqual({ x: 1.5, y: 2 })
  expect(imageSize).toEqual({ width: 640, height: 480 })
})

test('a good reading is not lost over what else is in the reply', () => {
  const deep = JSON.parse('{"pos":'.repeat(100_000) + '1' + '}'.repeat(100_000)) as unknown
  const odd: unknown = Object.assign(Object.create(null), { x: Object.create(null) as unknown })
  const pos = { ...POS, left_top: odd }
  const reply = { vin: 'V', extra: deep, card_position_front: deep, card_position_back: { pos }, img_size: deep }
  expect(readWechatReply(reply)).toEqual({ license: { vin: 'V' }, cards: {} })
})

test('an object with odd fields is an error of the contract', () => {
  expect(codeOf({ vin: Object.create(null) as unknown, owner: 5, addr: ['x'] })).toBe('ENGINE_UNAVAILABLE')
  expect(codeOf([])).toBe('ENGINE_UNAVAILABLE')
  expect(codeOf(JSON.parse('{"__proto__": {"vin": "V"}}'))).toBe('ENGINE_UNAVAILABLE')
})
