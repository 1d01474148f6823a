import { readRecord } from '../../../miniprogram/services/records/read-record'
import { readEdit, readStep } from '../../../miniprogram/services/records/read-step'

const QUAD = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.1 },
  { x: 0.9, y: 0.9 },
  { x: 0.1, y: 0.9 },
]
const SHOT = { path: 'wxfile://usr/taken', type: 'photo', page: 'both', edit: { turn: 90, quad: QUAD } }

test.each([
  { at: 'review', by: 'camera', taken: [SHOT], replaces: ['wxfile://usr/main.jpg'] },
  { at: 'prepare', by: 'album', taken: [SHOT, { path: 'b', type: 'scan' }], replaces: [] },
  { at: 'other' },
  { at: 'edit', path: 'wxfile://usr/main.jpg', type: 'scan', edit: { quad: QUAD } },
])('a step is what it was: %j', (step) => {
  expect(readStep(step)).toEqual(step)
})

test.each([
  5,
  null,
  {},
  { at: 'nowhere' },
  { at: 'review', by: 'camera', taken: [], replaces: [] },
  { at: 'review', by: 'somebody', taken: [SHOT], replaces: [] },
  { at: 'prepare', by: 'album', taken: [5, { path: '' }], replaces: [] },
  { at: 'edit', path: 'a', type: 'photo', edit: 5 },
])('what is no step is none: %j', (kept) => {
  expect(readStep(kept)).toBeUndefined()
})

test('a damaged new picture does not affect the other one', () => {
  const kept = { at: 'prepare', by: 'album', taken: [SHOT, null], replaces: 'all' }
  expect(readStep(kept)).toEqual({ ...kept, taken: [SHOT], replaces: [] })
})

test.each([{ turn: 45 }, { quad: QUAD.slice(1) }, { quad: [...QUAD].reverse() }, { quad: 'all' }, null])(
  'what cannot be done to a picture is not done: %j',
  (edit) => {
    expect(readEdit(edit)).toBeUndefined()
  },
)

test('a damaged step does not affect its record', () => {
  const kept = { createdAt: 1_790_000_000_000, pictures: [{ path: 'a', type: 'photo' }], typed: {}, accepted: {} }
  const { record, isDamaged } = readRecord('a', { ...kept, step: 'review' })
  expect(isDamaged).toBe(false)
  expect(record).toEqual({ id: 'a', ...kept })
})
