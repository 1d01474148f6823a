import { deleteMatching } from '../platform/files'
import { namespaced } from '../platform/namespace'
import { pictureNames } from './pictures'
import { readKey } from './store'

/*
 * Old versions used keys and files without a prefix. Keys are renamed at the start. Files keep their names, as records
 * refer to them by path, and are deleted with their records.
 */
const LEGACY_KEY = /^(flow|quota|language|camera:auto|license-(index|behind|removed)|license:.+)$/
const LEGACY_FILE = /^(license|taken|compressed)-|^export\.(csv|json)$/

const isRecord = (key: string): boolean => key.startsWith('license:')

function rename(key: string): void {
  try {
    wx.setStorageSync(namespaced(key), readKey(key) ?? null)
  } catch {
    // Storage is full: records wait for the next start; all else is expendable.
    if (isRecord(key)) return
  }
  wx.removeStorageSync(key)
}

/**
 * Adds the prefix to legacy keys. Call at the start of our own mini program only: inside a host, such names may belong to
 * others.
 */
export function migrateLegacyNames(): void {
  const legacy = wx.getStorageInfoSync().keys.filter((key) => LEGACY_KEY.test(key))
  // The index goes first: if it does not fit, it is rebuilt, and leaves its room to the records.
  for (const key of legacy.filter((one) => !isRecord(one))) rename(key)
  for (const key of legacy.filter(isRecord)) rename(key)
}

/** Deletes legacy files that no record uses. */
export async function deleteLegacyFiles(): Promise<void> {
  const used = pictureNames()
  await deleteMatching((name) => LEGACY_FILE.test(name) && !used.has(name))
}
