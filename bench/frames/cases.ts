import { areaAround } from '../../miniprogram/image/rect'
import type { Quad } from '../../miniprogram/image/quad'
import type { Hint } from '../../miniprogram/vision'
import type { Random } from '../../scripts/licenses/random'
import { type Plane, PLANE_PX } from './planes'
import type { Optics } from './optics'
import { projectQuad, type View } from './view'

export const STRENGTHS = ['weak', 'middling', 'strong'] as const
export type Strength = (typeof STRENGTHS)[number]

export interface Size {
  readonly width: number
  readonly height: number
}

/** A short sequence of views, and the hint that the guide should give. */
export interface Case {
  readonly hint: Hint | undefined
  readonly strength: Strength
  readonly views: readonly View[]
  readonly optics: Optics
}

/** Exposure factor of a dark frame. This and the following are by strength: weak, middling, strong. */
const GAIN = [0.5, 0.32, 0.18] as const
const DARK_NOISE = [4, 6, 8] as const
/** Radius relative to the card's shorter side, and brightness. */
const GLARE = [
  [0.05, 90],
  [0.09, 160],
  [0.16, 260],
] as const
/** px in a frame whose shorter side is 480 px */
const BLUR = [1.2, 2, 3] as const
/** Shorter sides of the frame per second */
const SPEED = [0.12, 0.3, 0.7] as const
const SHUTTER_MS = 20
/** Size of the card relative to the largest that fits the frame */
const FAR = [0.46, 0.39, 0.3] as const
/** Share of the card outside the frame */
const CUT = [0.05, 0.12, 0.25] as const
const TURN_DEGREES = [9, 15, 24] as const
const PITCH_DEGREES = [17, 26, 36] as const

/** Time between two frames. */
export const STEP_MS = 100
const FRAME_COUNT = 3
const DEGREES = Math.PI / 180

interface Draft {
  fill: number
  turn: number
  pitch: number
  yaw: number
  /** Share of the card outside the frame. */
  cut: number
  /** px per frame */
  speed: number
  optics: Optics
}

function goodDraft(random: Random, size: Size): Draft {
  const short = Math.min(size.width, size.height)
  return {
    fill: random.between(0.6, 0.9),
    turn: random.around(4),
    pitch: random.around(5),
    yaw: random.around(5),
    cut: 0,
    speed: random.between(0, 0.004) * short,
    optics: {
      blur: random.between(0.3, 0.7) * (short / 480),
      smear: { x: 0, y: 0 },
      gain: random.between(0.85, 1.05),
      noise: random.between(1, 5),
      falloff: random.between(0.65, 1),
      lightAngle: random.between(0, 2 * Math.PI),
      glare: [],
    },
  }
}

/** Places the card so that it takes `fill` of the frame, inside or cut off at one side. */
function viewOf(draft: Draft, quad: Quad, size: Size, random: Random): View {
  const pose = {
    turn: draft.turn * DEGREES,
    pitch: draft.pitch * DEGREES,
    yaw: draft.yaw * DEGREES,
    distance: 500 * random.between(2.2, 3),
  }
  const unit = areaAround(projectQuad({ pose, scale: 1, at: { x: 0, y: 0 } }, quad, PLANE_PX))
  const scale = draft.fill * Math.min(size.width / unit.width, size.height / unit.height)
  const bounds = areaAround(projectQuad({ pose, scale, at: { x: 0, y: 0 } }, quad, PLANE_PX))
  const margin = 0.03 * Math.min(size.width, size.height)
  const place = (all: number, start: number, extent: number): number => {
    const spare = Math.max(0, all - extent - 2 * margin)
    return (all - extent - spare) / 2 + spare * (0.5 + random.around(0.4)) - start
  }
  const at = { x: place(size.width, bounds.x, bounds.width), y: place(size.height, bounds.y, bounds.height) }
  if (draft.cut === 0) return { pose, scale, at }
  const side = random.int(0, 3)
  const [x, y] = [draft.cut * bounds.width, draft.cut * bounds.height]
  return {
    pose,
    scale,
    at: {
      x: side === 0 ? -bounds.x - x : side === 1 ? size.width - bounds.x - bounds.width + x : at.x,
      y: side === 2 ? -bounds.y - y : side === 3 ? size.height - bounds.y - bounds.height + y : at.y,
    },
  }
}

/** A reflection at a random place on the card. */
function glareOn(quad: Quad, [radius, light]: readonly [number, number], random: Random): Optics['glare'] {
  const { x: left, y: top, width, height } = areaAround(quad)
  return [
    {
      x: left + width * random.between(0.2, 0.8),
      y: top + height * random.between(0.2, 0.8),
      radius: radius * Math.min(width, height) * random.between(1, 1.4),
      light,
    },
  ]
}

function degrade(draft: Draft, hint: Hint, grade: number, random: Random, size: Size): void {
  const short = Math.min(size.width, size.height)
  const { optics } = draft
  const sign = random.pick([-1, 1])
  if (hint === 'TOO_DARK') draft.optics = { ...optics, gain: GAIN[grade] ?? 1, noise: DARK_NOISE[grade] ?? 0 }
  if (hint === 'BLURRED') draft.optics = { ...optics, blur: ((BLUR[grade] ?? 0) * short) / 480 }
  if (hint === 'TOO_FAR') draft.fill = FAR[grade] ?? 1
  if (hint === 'CUT_OFF') draft.cut = CUT[grade] ?? 0
  if (hint === 'MOVING') {
    const speed = (SPEED[grade] ?? 0) * short
    draft.speed = (speed * STEP_MS) / 1000
    draft.fill = Math.min(draft.fill, 0.75)
  }
  if (hint === 'TILTED') {
    if (random.chance(0.5)) draft.turn = sign * (TURN_DEGREES[grade] ?? 0)
    else if (random.chance(0.5)) draft.pitch = sign * (PITCH_DEGREES[grade] ?? 0)
    else draft.yaw = sign * (PITCH_DEGREES[grade] ?? 0)
  }
}

/** Stands in for the card on a bare desk. */
const NOWHERE: Quad = [
  { x: PLANE_PX / 2 - 250, y: PLANE_PX / 2 - 170 },
  { x: PLANE_PX / 2 + 250, y: PLANE_PX / 2 - 170 },
  { x: PLANE_PX / 2 + 250, y: PLANE_PX / 2 + 170 },
  { x: PLANE_PX / 2 - 250, y: PLANE_PX / 2 + 170 },
]

/** Three frames of a slightly moving hand. */
export function stageCase(plane: Plane, hint: Hint | undefined, strength: Strength, size: Size, random: Random): Case {
  const draft = goodDraft(random, size)
  const grade = STRENGTHS.indexOf(strength)
  if (hint !== undefined) degrade(draft, hint, grade, random, size)
  const quad = plane.card ?? NOWHERE
  const view = viewOf(draft, quad, size, random)
  const angle = random.between(0, 2 * Math.PI)
  const [dx, dy] = [draft.speed * Math.cos(angle), draft.speed * Math.sin(angle)]
  const views = Array.from({ length: FRAME_COUNT }, (_, i) => ({
    ...view,
    at: { x: view.at.x + (i - 1) * dx, y: view.at.y + (i - 1) * dy },
  }))
  const share = SHUTTER_MS / STEP_MS
  const glare = hint === 'GLARE' ? glareOn(projectQuad(view, quad, PLANE_PX), GLARE[grade] ?? GLARE[0], random) : []
  return { hint, strength, views, optics: { ...draft.optics, smear: { x: dx * share, y: dy * share }, glare } }
}
