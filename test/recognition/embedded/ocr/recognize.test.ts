import { quadOf } from '../../../../miniprogram/image/quad'
import type { Models } from '../../../../recognition/engines/embedded/ocr/models'
import { recognizeLines } from '../../../../recognition/engines/embedded/ocr/recognize'
import { scaling } from '../../../../recognition/engines/embedded/pixels/affine'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'

const never = (): Promise<never> => Promise.reject(new Error('unexpected call'))

/** Reads the color of a line's first pixel: `a` for red, `b` for white. */
function reader(): { models: Models; batches: number[][] } {
  const batches: number[][] = []
  const recognizer: Models['recognizer'] = (data, dims) => {
    const [count = 0, , height = 0, width = 0] = dims
    batches.push([count, width])
    const steps = width / 8
    const out = new Float32Array(count * steps * 3)
    for (let i = 0; i < count; i++) {
      const blue = data[i * 3 * height * width] ?? 0
      for (let step = 0; step < steps; step++) out[(i * steps + step) * 3 + (blue > 0 ? 2 : 1)] = 1
    }
    return Promise.resolve({ data: out, dims: [count, steps, 3] })
  }
  return { models: { detector: never, classifier: never, recognizer, characters: ['a', 'b'] }, batches }
}

const SIDE = 400
/** Red above, white below. */
const picture: Picture = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => (i % 3 === 0 || i >= (SIDE * SIDE * 3) / 2 ? 255 : 0)),
  toSent: scaling(1, 1),
}

const boxOf = (top: number, width: number) => quadOf({ left: 10, right: 10 + width, top, bottom: top + 20 })
const textOf = ({ steps }: { steps: readonly { candidates: readonly { text: string }[] }[] }): string | undefined =>
  steps[0]?.candidates[0]?.text

test('lines are read in batches and returned in the order of their boxes', async () => {
  const { models, batches } = reader()
  const boxes = [boxOf(300, 200), boxOf(20, 60), boxOf(320, 62), boxOf(40, 190), boxOf(60, 61)]
  const read = await recognizeLines(picture, boxes, models)
  expect(read.map(textOf)).toEqual(['b', 'a', 'b', 'a', 'a'])
  expect(batches.map(([count]) => count)).toEqual([3, 2])
})

test('the steps of a line end with it, in a batch with a longer line', async () => {
  const { models } = reader()
  const [short, long] = await recognizeLines(picture, [boxOf(20, 100), boxOf(50, 110)], models)
  // 48 px high, scaled by 0.85; one step per 8 px, rounded up.
  expect(short?.steps).toHaveLength(27)
  expect(long?.steps).toHaveLength(28)
  expect(Math.max(...(short?.steps.map(({ at }) => at) ?? []))).toBeLessThan(1)
})

test('an excessively long line is limited, and has a batch of its own', async () => {
  const { models, batches } = reader()
  await recognizeLines(picture, [boxOf(20, 5000), boxOf(50, 5000)], models)
  expect(batches).toEqual([
    [1, 1600],
    [1, 1600],
  ])
})

test('a line whose box starts within its first character is extended to the left', async () => {
  const { models } = reader()
  const [left, right] = [5, 11]
  const isInk = (i: number): boolean => Math.floor(i / 3) % SIDE >= left && Math.floor(i / 3) % SIDE < right
  const barred = { ...picture, data: picture.data.map((_, i) => (isInk(i) ? 0 : 255)) }
  const [whole, next] = await recognizeLines(barred, [boxOf(20, 100), boxOf(60, 99)], models)
  expect([whole, next].map((line) => line && textOf(line))).toEqual(['b', 'b'])
  // Positions left of the box are clamped.
  expect(whole?.steps[0]?.at).toBe(0)
  expect(Math.max(...(whole?.steps.map(({ at }) => at) ?? []))).toBeLessThan(1)
})

test('no boxes give no lines', async () => {
  await expect(recognizeLines(picture, [], reader().models)).resolves.toEqual([])
})
