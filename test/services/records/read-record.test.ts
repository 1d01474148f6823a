import { licenseOf } from '../../../miniprogram/services/records/license-record'
import { readRecord } from '../../../miniprogram/services/records/read-record'
import { RECOGNITION } from '../../recognition/pictures'

/** Of 2026-11-01 00:00 UTC. */
const MADE = 1_793_491_200_000
const OWNER = { owner: '王小样' }
const PHOTO = 'wxfile://usr/license-a.jpg'
const read = (kept: unknown, id = 'a') => readRecord(id, kept)

describe('records of all versions', () => {
  test('version 1: one photo, and no time except in the ID', () => {
    const id = `${MADE}-abc123`
    const { record, isDamaged } = read({ id, photo: PHOTO, type: 'scan', typed: OWNER, recognition: RECOGNITION }, id)
    expect(isDamaged).toBe(false)
    expect(record).toEqual({
      id,
      createdAt: MADE,
      pictures: [{ path: PHOTO, type: 'scan', recognition: RECOGNITION }],
      typed: OWNER,
      accepted: {},
    })
  })

  test('version 1, confirmed: the values are in `typed`', () => {
    const { record, isDamaged } = read({ id: 'a', createdAt: 1, type: 'photo', typed: OWNER, confirmedAt: 2 })
    expect(isDamaged).toBe(false)
    const confirmed = { at: 2, license: OWNER, read: {} }
    expect(record).toEqual({ id: 'a', createdAt: 1, pictures: [], typed: {}, accepted: {}, confirmed })
  })

  test('version 1, filled in by hand', () => {
    expect(read({ id: 'a', createdAt: 1, type: 'photo', typed: OWNER })).toEqual({
      record: { id: 'a', createdAt: 1, pictures: [], typed: OWNER, accepted: {} },
      isDamaged: false,
    })
  })

  test('version 2: a picture of each page', () => {
    const pictures = [
      { path: PHOTO, type: 'photo', page: 'main', recognition: RECOGNITION, engine: 'embedded', warnings: ['UNENDED'] },
      { path: 'wxfile://usr/b.jpg', type: 'photo', page: 'duplicate' },
    ]
    const kept = { id: 'a', createdAt: 1, pictures, typed: OWNER }
    expect(read(kept)).toEqual({ record: { ...kept, accepted: {} }, isDamaged: false })
  })

  test('version 2, confirmed', () => {
    const { record } = read({ id: 'a', createdAt: 1, pictures: [], typed: OWNER, confirmedAt: 2 })
    expect(record).toMatchObject({ typed: {}, confirmed: { at: 2, license: OWNER, read: {} } })
  })

  test('version 3: a confirmed license and a draft', () => {
    const record = {
      id: 'a',
      createdAt: 1,
      pictures: [],
      typed: { remark: '' },
      accepted: { owner: '' },
      confirmed: { at: 2, license: OWNER, read: RECOGNITION.license, engine: 'wechat' },
      keepsPictures: true,
    }
    expect(read(record)).toEqual({ record, isDamaged: false })
  })
})

describe('damaged records', () => {
  test.each([[5], ['abc'], [''], [null], [undefined], [true], [[]], [[{ typed: OWNER }]], [{}], [{ id: 'a' }]])(
    'nothing is left of %j',
    (kept) => {
      const { record, isDamaged } = read(kept)
      expect(isDamaged).toBe(true)
      expect(licenseOf(record)).toEqual({})
    },
  )

  const whole = {
    id: 'a',
    createdAt: 1,
    pictures: [{ path: PHOTO, type: 'photo', recognition: RECOGNITION }],
    typed: OWNER,
    accepted: {},
  }
  test.each([
    ['no list of pictures', { ...whole, pictures: null }, []],
    ['pictures that are none', { ...whole, pictures: [5, { path: '' }, whole.pictures[0]] }, [PHOTO]],
    ['an empty recognition', { ...whole, pictures: [{ path: PHOTO, type: 'photo', recognition: {} }] }, [PHOTO]],
    ['no time', { ...whole, createdAt: undefined }, [PHOTO]],
    ['a value that is no text', { ...whole, typed: { ...OWNER, vin: 5 } }, [PHOTO]],
    ['half of it', { id: 'a', createdAt: 1, typed: OWNER }, []],
    ['nothing confirmed', { ...whole, confirmed: {} }, [PHOTO]],
  ])('%s: the rest stands', (_, kept, pictures) => {
    const { record, isDamaged } = read(kept)
    expect(isDamaged).toBe(true)
    expect(record.pictures.map(({ path }) => path)).toEqual(pictures)
    expect(licenseOf(record).owner).toBe('王小样')
  })

  test('an empty recognition leaves the picture to be recognized again', () => {
    const { record } = read({ ...whole, pictures: [{ path: PHOTO, type: 'photo', recognition: {} }] })
    expect(record.pictures).toEqual([{ path: PHOTO, type: 'photo' }])
  })

  test('members of newer versions are no damage', () => {
    const kept = { ...whole, color: 'blue', pictures: [{ ...whole.pictures[0], engine: 'newer', page: 'third' }] }
    expect(read(kept)).toEqual({ record: whole, isDamaged: false })
  })
})
