import { CardFinder } from '../../miniprogram/vision/card'
import { createGrid, readGrid } from '../../miniprogram/vision/grid'
import { createSlopes, readSlopes } from '../../miniprogram/vision/slopes'
import { draw, GOOD } from './draw'

/** All arrays of numbers that an object holds, however deep. */
function buffersOf(value: unknown, found = new Set<ArrayBufferView>(), seen = new Set<unknown>()) {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  if (ArrayBuffer.isView(value)) found.add(value)
  else for (const part of Object.values(value)) buffersOf(part, found, seen)
  return found
}

test('all that a look needs is kept from the first one', () => {
  const [grid, slopes, finder] = [createGrid(), createSlopes(), new CardFinder(1)]
  const look = (x: number, desk: number): readonly ArrayBufferView[] => {
    readGrid(grid, draw({ card: { ...GOOD, x }, desk: () => desk }))
    readSlopes(slopes, grid)
    expect(finder.find(grid, slopes).sureness).toBeGreaterThan(0)
    return [...buffersOf([grid, slopes, finder])]
  }
  const first = look(240, 88)
  expect(first.length).toBeGreaterThan(20)
  for (const [x, desk] of [
    [225, 40],
    [255, 150],
    [120, 88],
  ] as const) {
    const next = look(x, desk)
    expect(next).toHaveLength(first.length)
    next.forEach((buffer, i) => {
      expect(buffer === first[i]).toBe(true)
    })
  }
})
