import type { Quad } from '../../miniprogram/image/quad'
import { contentOf } from '../../miniprogram/vehicle-license/content'

const CARD = [0, 1, 2, 3].map((x) => ({ x, y: x })) as unknown as Quad
const MAIN = { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LSVAM4187C2184847' }
const DUPLICATE = { plateNumB: '粤B5K7T9', record: '440301234567', passengersNum: '5人' }

test.each([
  ['both', { license: { ...MAIN, ...DUPLICATE }, cards: {} }],
  ['main', { license: MAIN, cards: {} }],
  ['duplicate', { license: DUPLICATE, cards: {} }],
  // The engine says where a page lies, though hardly anything could be read there.
  ['both', { license: MAIN, cards: { main: CARD, duplicate: CARD } }],
  ['duplicate', { license: {}, cards: { duplicate: CARD } }],
  // A field or two may be read where there is no page.
  ['main', { license: { ...MAIN, passengersNum: '5人' }, cards: {} }],
  [undefined, { license: { owner: '王小样' }, cards: {} }],
])('what was read tells that a picture shows %s', (content, recognition) => {
  expect(contentOf(recognition)).toBe(content)
})
