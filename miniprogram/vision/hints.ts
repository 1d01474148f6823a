/**
 * Hints before the shot, most urgent first: those that keep others from being judged come first, and blur last, since
 * the camera focuses by itself.
 */
export const HINTS = ['TOO_DARK', 'NOT_FOUND', 'CUT_OFF', 'TOO_FAR', 'TILTED', 'GLARE', 'MOVING', 'BLURRED'] as const

export type Hint = (typeof HINTS)[number]
