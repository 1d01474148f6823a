import type { Rect } from '../../../../miniprogram/image/rect'
import type { Models } from '../../../../recognition/engines/embedded/ocr/models'
import { scaling } from '../../../../recognition/engines/embedded/pixels/affine'
import type { Picture } from '../../../../recognition/engines/embedded/pixels/picture'

const SIZE = { width: 1300, height: 900 }
/** px that a step of the recognizer stands for, and the rows of a line. */
const STRIDE = 8
const HEIGHT = 48

/** White, but for black print there. */
export function pictureOf(...print: readonly Rect[]): Picture {
  const data = new Uint8Array(3 * SIZE.width * SIZE.height).fill(255)
  for (const { left, right, top, bottom } of print) {
    for (let y = top; y < bottom; y++) data.fill(0, 3 * (y * SIZE.width + left), 3 * (y * SIZE.width + right))
  }
  return { ...SIZE, data, toSent: scaling(1, 1) }
}

export interface Reader {
  readonly models: Models
  /** How many lines were read. */
  readonly read: () => number
}

/** A model that sees this text wherever there is print, every character in two steps, and nothing elsewhere. */
export function reader(text: string, probability = 0.99): Reader {
  const characters = Array.from(new Set(text))
  const classes = characters.length + 1
  let lines = 0
  const recognizer: Models['recognizer'] = (data, dims) => {
    const [count = 0, , , width = 0] = dims
    lines += count
    const steps = width / STRIDE
    const out = new Float32Array(count * steps * classes)
    for (let i = 0; i < count; i++) {
      const row = (i * 3 * HEIGHT + HEIGHT / 2) * width
      const begins = data.subarray(row, row + width).findIndex((value) => value < 0)
      const first = begins < 0 ? Infinity : Math.ceil(begins / STRIDE)
      for (let step = 0; step < steps; step++) {
        const character = (step - first) % 2 === 0 ? text[(step - first) / 2] : undefined
        const at = (i * steps + step) * classes
        out[at] = character === undefined ? 1 : 1 - probability
        if (character !== undefined) out[at + 1 + characters.indexOf(character)] = probability
      }
    }
    return Promise.resolve({ data: out, dims: [count, steps, classes] })
  }
  const never = (): Promise<never> => Promise.reject(new Error('not asked for'))
  return { models: { detector: never, classifier: never, recognizer, characters }, read: () => lines }
}
