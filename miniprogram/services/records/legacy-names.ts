import { deleteFiles, listFiles, pathOf } from '../platform/files'
import { namespaced } from '../platform/namespace'
import { pictureNames } from './pictures'
import { readKey } from './store'

/*
 * Keys and files had no prefix once. Keys are renamed at the start; files keep their names, as records name them by
 * path, and go with their records.
 */
const FORMER_KEY = /^(flow|quota|language|camera:auto|license-(index|behind|removed)|license:.+)$/
const FORMER_FILE = /^(license|taken|compressed)-|^export\.(csv|json)$/

const isRecord = (key: string): boolean => key.startsWith('license:')

function rename(key: string): void {
  try {
    wx.setStorageSync(namespaced(key), readKey(key) ?? null)
  } catch {
    // Without room: a record waits for the next start, and the rest can be done without.
    if (isRecord(key)) return
  }
  wx.removeStorageSync(key)
}

/**
 * Gives what was kept before there was a prefix its names of today. For this project's own program, once at its start:
 * elsewhere such names belong to somebody else.
 */
export function migrateLegacyNames(): void {
  const former = wx.getStorageInfoSync().keys.filter((key) => FORMER_KEY.test(key))
  // The index first: without room for it, it is made anew, and the records have its room.
  for (const key of former.filter((one) => !isRecord(one))) rename(key)
  for (const key of former.filter(isRecord)) rename(key)
}

/** Drops files with names of before that no record stands on. */
export async function deleteLegacyFiles(): Promise<void> {
  const used = pictureNames()
  const names = (await listFiles().catch(() => [])).filter((name) => FORMER_FILE.test(name) && !used.has(name))
  await deleteFiles(names.map(pathOf))
}
