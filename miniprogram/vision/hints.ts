/**
 * The closed list of what a person may be told before the shot, one thing to do each. In the order in which they are
 * told when there are several: what keeps all else from being judged comes first, and a blur last, since the camera
 * focuses by itself once the rest is right.
 */
export const HINTS = ['TOO_DARK', 'NOT_FOUND', 'CUT_OFF', 'TOO_FAR', 'TILTED', 'GLARE', 'MOVING', 'BLURRED'] as const

export type Hint = (typeof HINTS)[number]
