import type { Point } from '../../../miniprogram/image/point'
import sharp from 'sharp'

/** EXIF orientation */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
/** Degrees clockwise */
export type Turn = 0 | 90 | 180 | 270

interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** From the upright to the stored picture: first rotated clockwise, then mirrored horizontally. */
const STEPS: Readonly<Record<Orientation, readonly [turn: Turn, mirror: boolean]>> = {
  1: [0, false],
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [90, true],
  6: [270, false],
  7: [270, true],
  8: [90, false],
}

function turnPoint({ x, y }: Point, turn: Turn, width: number, height: number): Point {
  if (turn === 90) return { x: height - y, y: x }
  if (turn === 180) return { x: width - x, y: height - y }
  return turn === 270 ? { x: y, y: width - x } : { x, y }
}

async function apply(pixels: Pixels, turn: Turn, mirror: boolean): Promise<Pixels> {
  const open = ({ data, width, height }: Pixels) =>
    sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
  const isSideways = turn === 90 || turn === 270
  const [width, height] = isSideways ? [pixels.height, pixels.width] : [pixels.width, pixels.height]
  const data = turn === 0 ? pixels.data : await open(pixels).rotate(turn).raw().toBuffer()
  return { data: mirror ? await open({ data, width, height }).flop().raw().toBuffer() : data, width, height }
}

/** Rotates an upright picture and stores it for an EXIF orientation. `map` takes upright points to stored ones. */
export async function store(upright: Pixels, turn: Turn, orientation: Orientation) {
  const [storedTurn, mirror] = STEPS[orientation]
  const whole = ((turn + storedTurn) % 360) as Turn
  const stored = await apply(upright, whole, mirror)
  const map = (point: Point): Point => {
    const at = turnPoint(point, whole, upright.width, upright.height)
    return mirror ? { x: stored.width - at.x, y: at.y } : at
  }
  return { ...stored, map }
}
