import {
  getDamaged,
  getRecord,
  listRecords,
  listRows,
  newRecord,
  removeRecord,
  saveRecord,
} from '../../../miniprogram/services/records'
import { namespaced } from '../../../miniprogram/services/platform/namespace'
import { forget } from '../../../miniprogram/services/records/store'
import { FakePhone } from '../../wx/phone'

let phone: FakePhone
beforeEach(() => {
  phone = new FakePhone()
})

/** As after the app was killed: nothing is left but the storage. */
function restart(): void {
  forget()
  phone.reads.length = 0
}

const withOwner = (id: string, owner: string) => ({ ...newRecord(), id, typed: { owner } })
const recordsRead = () => phone.reads.filter((key) => key.startsWith(namespaced('license:')))

test('lists damaged records as such among others', () => {
  saveRecord({ ...withOwner('good', '王小样'), createdAt: 3 })
  const bad = { five: 5, text: 'abc', nothing: null, list: [], half: { typed: { owner: '张样例' } } }
  for (const [id, kept] of Object.entries(bad)) phone.storage.set(namespaced(`license:${id}`), kept)
  restart()
  const rows = listRows()
  expect(rows.filter(({ isDamaged }) => isDamaged).map(({ id }) => id)).toEqual(Object.keys(bad))
  expect(rows).toContainEqual(expect.objectContaining({ id: 'good', owner: '王小样' }))
  expect(listRecords().map(({ id }) => id)).toEqual(['good'])
  expect(getRecord('half')).toBeUndefined()
  expect(getDamaged('half')?.typed).toEqual({ owner: '张样例' })
})

test('a key that the phone cannot read is a damaged record', () => {
  saveRecord(withOwner('good', '王小样'))
  phone.storage.set(namespaced('license:bad'), {})
  const original = { ...wx }
  Object.assign(wx, {
    getStorageSync(key: string): unknown {
      if (key === namespaced('license:bad')) throw new Error('getStorageSync:fail')
      return original.getStorageSync(key)
    },
  })
  restart()
  expect(listRows().map(({ id }) => id)).toEqual(['good', 'bad'])
})

test('a damaged record can be repaired or removed', async () => {
  phone.storage.set(namespaced('license:a'), { createdAt: 1, typed: { owner: '王小样' } })
  phone.storage.set(namespaced('license:b'), 5)
  const [a, b] = [getDamaged('a'), getDamaged('b')]
  if (a) saveRecord(a)
  if (b) await removeRecord(b)
  restart()
  expect(getRecord('a')?.typed).toEqual({ owner: '王小样' })
  expect(listRows().map(({ id, isDamaged }) => [id, isDamaged])).toEqual([['a', undefined]])
})

test('lists 500 records from one key and reads each once, on demand', () => {
  for (let i = 0; i < 500; i++) saveRecord(withOwner(`r${i}`, `王小样${i}`))
  listRows()
  restart()
  expect(listRows()).toHaveLength(500)
  listRows()
  expect(phone.reads.length).toBeLessThan(5)
  expect(recordsRead()).toEqual([])
  expect(getRecord('r7')?.typed).toEqual({ owner: '王小样7' })
  getRecord('r7')
  expect(recordsRead()).toEqual([namespaced('license:r7')])
})

test('lists a change after a kill before the list was shown', () => {
  for (const id of ['a', 'b', 'c']) saveRecord(withOwner(id, '王小样'))
  listRows()
  restart()
  saveRecord(withOwner('b', '张样例'))
  restart()
  expect(listRows().find(({ id }) => id === 'b')?.owner).toBe('张样例')
  expect(recordsRead()).toEqual([namespaced('license:b')])
  restart()
  expect(listRows().find(({ id }) => id === 'b')?.owner).toBe('张样例')
  expect(recordsRead()).toEqual([])
})

test('does not list a removed record', async () => {
  for (const id of ['a', 'b']) saveRecord(withOwner(id, '王小样'))
  listRows()
  await removeRecord(withOwner('a', '王小样'))
  restart()
  expect(listRows().map(({ id }) => id)).toEqual(['b'])
})

test.each([[5], ['abc'], [null], [{ version: 1, rows: [5] }], [{ version: 0, rows: [] }], [{ version: 1, rows: {} }]])(
  'an index that is broken (%j) costs nothing but time',
  (index) => {
    saveRecord(withOwner('a', '王小样'))
    listRows()
    phone.storage.set(namespaced('license-index'), index)
    phone.storage.set(namespaced('license-behind'), index)
    restart()
    expect(listRows()).toMatchObject([{ id: 'a', owner: '王小样' }])
  },
)
