import { deleteFile, listFiles, pathOf, writeBytes } from '../platform/files'
import { namespaced } from '../platform/namespace'

/** The platform has no writable temporary files. Ours are deleted after use, or else at the next start of the app. */
const PREFIX = namespaced('compressed-')
const CURRENT_PREFIX = `${PREFIX}${Date.now()}-`

let written = 0
const paths = new Set<string>()
let cleanup: Promise<void> | undefined

async function deleteStale(): Promise<void> {
  const names = await listFiles()
  const stale = names.filter((name) => name.startsWith(PREFIX) && !name.startsWith(CURRENT_PREFIX))
  await Promise.all(stale.map((name) => deleteFile(pathOf(name))))
}

/** Once per start of the app. The next file retries a failure. */
const cleanUp = (): Promise<void> =>
  (cleanup ??= deleteStale().catch(() => {
    cleanup = undefined
  }))

/** @throws RecognitionError `STORAGE_FULL` */
export async function writeTemporary(bytes: Uint8Array): Promise<string> {
  await cleanUp()
  written += 1
  const path = await writeBytes(`${CURRENT_PREFIX}${written}.jpg`, bytes)
  paths.add(path)
  return path
}

/** Deletes all files written so far: no picture may outlive its use. */
export async function deleteTemporaries(): Promise<void> {
  const all = [...paths]
  paths.clear()
  await Promise.all(all.map(deleteFile))
}
