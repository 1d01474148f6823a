import type { Quad } from '../../miniprogram/image/quad'
import sharp from 'sharp'
import { createGuide, type Frame, type Hint, HINTS } from '../../miniprogram/vision'
import { createRandom } from '../../scripts/licenses/random'
import type { Split } from '../../scripts/licenses/splits'
import { type Case, type Size, stageCase, STEP_MS, type Strength, STRENGTHS } from './cases'
import { develop } from './optics'
import { drawPlanes, type Plane, PLANE_PX } from './planes'
import { halve, projectQuad, shoot, type Texture } from './view'

export interface Verdict {
  /** The expected hint. */
  readonly hint: Hint | undefined
  readonly strength: Strength
  readonly desk: string
  readonly actual: Hint | undefined
  /** Whether the guide took the shot automatically. */
  readonly isShot: boolean
  readonly name: string
}

/** Camera frames of frame-size small, medium and large, portrait and landscape. */
export const SIZES: readonly Size[] = [
  { width: 480, height: 640 },
  { width: 480, height: 640 },
  { width: 288, height: 352 },
  { width: 640, height: 480 },
  { width: 720, height: 1280 },
]

/** 1.4 s */
const FRAMES_PER_CASE = 15

async function load(plane: Plane): Promise<Texture> {
  const { data, info } = await sharp(plane.path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const full = { width: info.width, height: info.height, pixels: Float32Array.from(data) }
  return { full, half: halve(full) }
}

/** The frames of a case. */
function framesOf(one: Case, texture: Texture, { width, height }: Size, name: string): readonly Frame[] {
  return one.views.map((view, i) => ({
    data: develop(shoot(texture, view, width, height), one.optics, createRandom(`${name}/${i}`)),
    width,
    height,
  }))
}

export function judge(frames: readonly Frame[], pages: 1 | 2) {
  const guide = createGuide({ pages })
  let [actual, isShot]: [Hint | undefined, boolean] = ['NOT_FOUND', false]
  for (let i = 0; i < FRAMES_PER_CASE; i++) {
    // Back and forth: 0 1 2 1 0 1 2 …
    const frame = frames[2 - Math.abs(2 - (i % 4))]
    if (frame === undefined) continue
    const { hint, countdown } = guide.analyze(frame, i * STEP_MS)
    actual = hint
    isShot ||= countdown >= 1
  }
  return { actual, isShot }
}

export const PROBLEMS = HINTS

/** Cases of a plane: good views, and each problem at each strength. */
function plan({ card }: Plane): readonly (readonly [Hint | undefined, Strength])[] {
  if (card === undefined) return Array.from({ length: 6 }, () => ['NOT_FOUND', 'strong'] as const)
  const problems = PROBLEMS.filter((hint) => hint !== 'NOT_FOUND')
  return [
    ...Array.from({ length: 10 }, () => [undefined, 'strong'] as const),
    ...problems.flatMap((hint) => STRENGTHS.map((strength) => [hint, strength] as const)),
  ]
}

export interface JudgedCase {
  readonly verdict: Verdict
  readonly frames: readonly Frame[]
  readonly pages: 1 | 2
  /** Corners of the card in the middle frame. */
  readonly card: Quad | undefined
}

/** Judges the guide on all cases of `count` planes. */
export async function* judgeAll(split: Split, count: number): AsyncGenerator<JudgedCase> {
  const planes = await drawPlanes(split, count)
  for (const [index, plane] of planes.entries()) {
    const texture = await load(plane)
    for (const [place, [hint, strength]] of plan(plane).entries()) {
      const name = `${split}/${index}/${place}`
      const random = createRandom(name)
      const upright = SIZES[random.int(0, SIZES.length - 1)] ?? { width: 480, height: 640 }
      const staged = stageCase(plane, hint, strength, upright, random)
      const [, middle] = staged.views
      const card = plane.card && middle ? projectQuad(middle, plane.card, PLANE_PX) : undefined
      const frames = framesOf(staged, texture, upright, name)
      yield {
        verdict: { hint, strength, desk: plane.desk, name, ...judge(frames, plane.pages) },
        frames,
        pages: plane.pages,
        card,
      }
    }
  }
}
