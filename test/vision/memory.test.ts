import { CardFinder } from '../../miniprogram/vision/card/card-finder'
import { createGrid } from '../../miniprogram/vision/grid/grid'
import { readGrid } from '../../miniprogram/vision/grid/read-grid'
import { draw, GOOD } from './draw'

/** All typed arrays in an object, recursively. */
function buffersOf(value: unknown, found = new Set<ArrayBufferView>(), seen = new Set<unknown>()) {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found
  seen.add(value)
  if (ArrayBuffer.isView(value)) found.add(value)
  else for (const part of Object.values(value)) buffersOf(part, found, seen)
  return found
}

test('only the first frame allocates buffers', () => {
  const [grid, finder] = [createGrid(), new CardFinder(1)]
  const find = (x: number, desk: number): readonly ArrayBufferView[] => {
    readGrid(grid, draw({ card: { ...GOOD, x }, desk: () => desk }))
    expect(finder.find(grid).score).toBeGreaterThan(0)
    return [...buffersOf([grid, finder])]
  }
  const first = find(240, 88)
  expect(first.length).toBeGreaterThan(20)
  for (const [x, desk] of [
    [225, 40],
    [255, 150],
    [120, 88],
  ] as const) {
    const next = find(x, desk)
    expect(next).toHaveLength(first.length)
    next.forEach((buffer, i) => {
      expect(buffer === first[i]).toBe(true)
    })
  }
})
