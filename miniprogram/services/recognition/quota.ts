import { LOW_QUOTA, recognitionsLeft } from '../../vehicle-license/note'
import type { Reading } from '../../vehicle-license/recognition'
import { strings } from '../settings/language'
import { namespaced } from '../platform/namespace'

const KEY = namespaced('quota')

/** As of the last recognition. */
interface StoredQuota {
  readonly left: number
  /** `2026-01-31` */
  readonly day: string
}

/** The quota resets at midnight in Shanghai, UTC+8. */
const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

const today = (now: number): string => new Date(now + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)

function remember(left: number, now: number): void {
  try {
    wx.setStorageSync(KEY, { left, day: today(now) } satisfies StoredQuota)
  } catch {
    // Storage is full: the form will report a used-up quota.
  }
}

export function rememberQuota({ quota }: Reading, now = Date.now()): void {
  if (quota) remember(recognitionsLeft(quota), now)
}

export const rememberQuotaExhausted = (now = Date.now()): void => remember(0, now)

/** Warns before a picture is taken that few or no recognitions are left today. */
export function quotaNote(now = Date.now()): string | null {
  const quota = wx.getStorageSync<Partial<StoredQuota> | ''>(KEY)
  if (quota === '' || quota.day !== today(now) || typeof quota.left !== 'number' || quota.left > LOW_QUOTA) return null
  return quota.left === 0 ? strings().notes.none : strings().notes.left(quota.left)
}
