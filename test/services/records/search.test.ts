import { listRows, newRecord, saveRecord, search } from '../../../miniprogram/services/records'
import { FakePhone } from '../../wx/phone'

beforeEach(() => {
  new FakePhone()
  const add = (id: string, typed: object) => saveRecord({ ...newRecord(), id, typed })
  add('car', { plateNum: '粤B5K7T9', owner: '王小样', vin: 'LSVAA4182E2184847', addr: '广东省深圳市福田区样例路1号' })
  add('van', { plateNumB: '京AD12345', owner: 'Sample Ltd.', addr: '北京市海淀区' })
})

test.each([
  ['', ['car', 'van']],
  ['  ', ['car', 'van']],
  ['5K7', ['car']],
  ['粤 B·5k7t9', ['car']],
  ['粤Ｂ５Ｋ', ['car']],
  ['京AD12345', ['van']],
  ['小样', ['car']],
  ['sample', ['van']],
  ['184847', ['car']],
  ['福田', ['car']],
  ['样例路１号 王', ['car']],
  ['福田 京A', []],
  ['市', ['car', 'van']],
])('"%s" finds %j', (query, ids) => {
  const found = search(listRows(), query).map(({ id }) => id)
  expect(found.sort()).toEqual(ids)
})
