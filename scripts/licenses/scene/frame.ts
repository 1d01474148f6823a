import { distance } from '../../../miniprogram/image/point'
import { areaAround } from '../../../miniprogram/image/rect'
import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import { type Homography, project } from '../../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../../miniprogram/image/quad'
import type { Random } from '../random'
import type { Level, Degradations } from '../degradations'
import { poseHomography, type Pose } from './geometry'

/** Min em for reading without guessing: digits are about 11 px high. */
const SMALLEST_EM_PX = 15.5
/** Longer side of the picture in px. */
const LONG_SIDES: Readonly<Record<Level, readonly number[]>> = {
  clean: [1000, 1200, 1440, 1600, 1920, 2000],
  normal: [1080, 1280, 1440, 1600, 1920, 2048, 2400, 3000, 3264, 4000],
  hard: [800, 900, 1024, 1280, 1440, 1600, 1920, 2400, 3264, 4000],
}
/** Min em of small uploads, which a person reads with effort. */
const SMALL_EM_PX = 11.5
const SMALL_SIDES = [400, 480, 540, 600]
/** Small uploads are rendered larger by this factor and then shrunk. */
const OVERSAMPLING = 2.5
const FILLS: Readonly<Record<Level, readonly [number, number]>> = {
  clean: [0.8, 0.97],
  normal: [0.6, 0.95],
  hard: [0.45, 0.95],
}

export interface Framing {
  /** px of the rendered scene. */
  readonly width: number
  readonly height: number
  readonly view: Homography
  /** Scale from the rendered scene to the picture. */
  readonly enlarge: number
  /** Em of the smallest value, px of the picture. */
  readonly emPx: number
}

function poseOf(random: Random, level: Level, degradations: Degradations, size: number): Pose {
  const degrees = Math.PI / 180
  const isScan = degradations.has('scanner')
  const tilt = 34 * (degradations.get('perspective') ?? (level === 'clean' || isScan ? 0 : 0.08))
  const towards = random.between(0, 2 * Math.PI)
  const rotation = degradations.get('rotation')
  const turn =
    rotation === undefined
      ? random.around(level === 'clean' ? 1 : 3)
      : level === 'hard'
        ? random.between(0, 360)
        : random.pick([-1, 1]) * random.between(3, 8)
  return {
    turn: turn * degrees,
    pitch: tilt * Math.sin(towards) * degrees,
    yaw: tilt * Math.cos(towards) * degrees,
    distance: size * random.between(1.5, 2.6),
  }
}

/** px/mm where the cards are smallest. */
const densityOf = (cards: readonly Quad[]): number =>
  Math.min(
    ...cards.flatMap(([a, b, c, d]) => [
      Math.min(distance(a, b), distance(d, c)) / PAGE_MM.width,
      Math.min(distance(a, d), distance(b, c)) / PAGE_MM.height,
    ]),
  )

/** Points the camera at the cards. `smallestMm` is the em of the smallest print that must be legible. */
export function frameCards(
  cards: readonly Quad[],
  smallestMm: number,
  { random, level, degradations }: { random: Random; level: Level; degradations: Degradations },
): Framing {
  const around = areaAround(cards.flat())
  const size = Math.max(around.width, around.height)
  const pose = poseOf(random, level, degradations, size)
  const projected = (view: Homography) => cards.map((card) => mapQuad(card, (point) => project(view, point)))
  const unit = poseHomography(pose, 1, { x: 0, y: 0 })
  const bounds = areaAround(projected(unit).flat())
  const ratio = random.pick([4 / 3, 4 / 3, 4 / 3, 16 / 9, 3 / 2, 1.2])
  const isWide = random.chance(0.85) ? bounds.width > bounds.height : random.chance(0.5)
  const isFlat = level === 'clean' && random.chance(0.6)
  const aspect = isFlat ? bounds.width / bounds.height : isWide ? ratio : 1 / ratio
  const isSmall = degradations.has('small-upload')
  const fill = isFlat || isSmall ? random.between(0.93, 0.99) : random.between(...FILLS[level])
  const perLong = Math.min(
    (fill * Math.min(1, aspect)) / bounds.width,
    (fill * Math.min(1, 1 / aspect)) / bounds.height,
  )

  const emPerLong = densityOf(projected(unit)) * perLong * smallestMm
  const huge = level !== 'clean' && random.chance(0.04) ? random.pick([4032, 4624, 4032, 5760, 8000]) : 0
  const long = Math.round(
    isSmall
      ? Math.max(random.pick(SMALL_SIDES), SMALL_EM_PX / emPerLong)
      : Math.max(random.pick(LONG_SIDES[level]), SMALLEST_EM_PX / emPerLong, huge),
  )
  const drawn = isSmall ? long * OVERSAMPLING : Math.min(long, Math.max(1500, 24 / emPerLong), 2600)
  const [width, height] = [Math.round(drawn * Math.min(1, aspect)), Math.round(drawn * Math.min(1, 1 / aspect))]
  const scale = perLong * drawn
  const [spareX, spareY] = [width - bounds.width * scale, height - bounds.height * scale]
  const [shareX, shareY] = [0.5 + random.around(0.45), 0.5 + random.around(0.45)]
  const view = poseHomography(pose, scale, {
    x: spareX * shareX - bounds.x * scale,
    y: spareY * shareY - bounds.y * scale,
  })
  return { width, height, view, enlarge: long / drawn, emPx: emPerLong * long }
}
