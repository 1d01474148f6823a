import { type Text, text } from '../strings/index'
import type { Count, Quota, Reading } from './recognition'

/** The person is warned from this many recognitions left. */
export const LOW_QUOTA = 10

const leftOf = ({ used, limit }: Count): number => Math.max(0, limit - used)

/** Recognitions left today: the smaller of the person's share and everyone's. */
export const recognitionsLeft = ({ person, ...everyone }: Quota): number =>
  Math.min(leftOf(everyone), person ? leftOf(person) : Infinity)

const ofEmbedded = (left: number): Text =>
  left === 0 ? text(({ notes }) => notes.embeddedQuotaGone) : text(({ notes }) => notes.embedded)

/** What the person should know about this recognition, if anything. */
export function noteOn({ engine, quota }: Reading): Text | undefined {
  const left = quota ? recognitionsLeft(quota) : Infinity
  if (engine === 'embedded') return ofEmbedded(left)
  if (left > LOW_QUOTA) return undefined
  return left === 0 ? text(({ notes }) => notes.last) : text(({ notes }) => notes.left(left))
}
