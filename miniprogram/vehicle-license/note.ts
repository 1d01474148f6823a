import { type Text, text } from '../strings/index'
import type { Count, Quota, Reading } from './recognition'

/** With so many recognitions left or fewer, a person is told. */
export const FEW = 10

const leftOf = ({ used, limit }: Count): number => Math.max(0, limit - used)

/** Recognitions that are left today: the fewer of the person's and everyone's. */
export const recognitionsLeft = ({ person, ...everyone }: Quota): number =>
  Math.min(leftOf(everyone), person ? leftOf(person) : Infinity)

const ofEmbedded = (left: number): Text =>
  left === 0 ? text(({ notes }) => notes.embeddedQuotaGone) : text(({ notes }) => notes.embedded)

/** What a person should know about how a license was read; nothing where all is as usual. */
export function noteOn({ engine, quota }: Reading): Text | undefined {
  const left = quota ? recognitionsLeft(quota) : Infinity
  if (engine === 'embedded') return ofEmbedded(left)
  if (left > FEW) return undefined
  return left === 0 ? text(({ notes }) => notes.last) : text(({ notes }) => notes.left(left))
}
