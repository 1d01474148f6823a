import { LOW_QUOTA, recognitionsLeft } from '../../vehicle-license/note'
import type { Reading } from '../../vehicle-license/recognition'
import { strings } from '../settings/language'
import { namespaced } from '../platform/namespace'

const KEY = namespaced('quota')

/** What the last reading said. */
interface Known {
  readonly left: number
  /** `2026-01-31` */
  readonly day: string
}

/** ms that Asia/Shanghai is ahead of UTC; the quota is renewed at its midnight. */
const SHANGHAI_MS = 8 * 3600 * 1000

const today = (now: number): string => new Date(now + SHANGHAI_MS).toISOString().slice(0, 10)

function remember(left: number, now: number): void {
  try {
    wx.setStorageSync(KEY, { left, day: today(now) } satisfies Known)
  } catch {
    // A full storage remembers nothing: the form tells.
  }
}

/** Remembers how many recognitions are left. */
export function rememberQuota({ quota }: Reading, now = Date.now()): void {
  if (quota) remember(recognitionsLeft(quota), now)
}

/** Remembers that there are none left today. */
export const rememberQuotaGone = (now = Date.now()): void => remember(0, now)

/** What a person should know before they take a picture: few recognitions are left today, or none; else nothing. */
export function quotaNote(now = Date.now()): string | null {
  const known = wx.getStorageSync<Partial<Known> | ''>(KEY)
  if (known === '' || known.day !== today(now) || typeof known.left !== 'number' || known.left > LOW_QUOTA) return null
  return known.left === 0 ? strings().notes.none : strings().notes.left(known.left)
}
