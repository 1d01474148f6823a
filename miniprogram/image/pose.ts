import type { Orientation } from './jpeg/orientation'
import type { Size } from './size'

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** How a stored picture is displayed: mirrored horizontally first, then turned. */
export interface Pose {
  readonly isMirrored: boolean
  readonly turn: Turn
}

const POSES: Readonly<Record<Orientation, Pose>> = {
  1: { isMirrored: false, turn: 0 },
  2: { isMirrored: true, turn: 0 },
  3: { isMirrored: false, turn: 180 },
  4: { isMirrored: true, turn: 180 },
  5: { isMirrored: true, turn: 270 },
  6: { isMirrored: false, turn: 90 },
  7: { isMirrored: true, turn: 90 },
  8: { isMirrored: false, turn: 270 },
}

export const poseOf = (orientation: Orientation): Pose => POSES[orientation]

export const turned = ({ isMirrored, turn }: Pose, by: Turn): Pose => ({
  isMirrored,
  turn: ((turn + by) % 360) as Turn,
})

const isOnItsSide = ({ turn }: Pose): boolean => turn === 90 || turn === 270

export const shownSize = ({ width, height }: Size, pose: Pose): Size =>
  isOnItsSide(pose) ? { width: height, height: width } : { width, height }

/**
 * What remains to be done to a picture that the platform loaded: some platforms apply the EXIF orientation, some do not.
 * Undefined if its size does not tell which, as with a square picture.
 */
export function remainingPose(orientation: Orientation, stored: Size, loaded: Size): Pose | undefined {
  const pose = poseOf(orientation)
  if (orientation === 1) return pose
  if (!isOnItsSide(pose) || stored.width === stored.height) return undefined
  const wasTurned = stored.width > stored.height !== loaded.width > loaded.height
  return wasTurned ? poseOf(1) : pose
}
