import { deleteFile, listFiles, pathOf, writeBytes } from '../../platform/files'
import { namespaced } from '../../platform/namespace'

/**
 * The platform lets nobody write temporary files: these are ours. They are dropped by whoever has used them, or else
 * when the app starts anew.
 */
const PREFIX = namespaced('compressed-')
const OF_THIS_START = `${PREFIX}${Date.now()}-`

let written = 0
const paths = new Set<string>()
let dropping: Promise<void> | undefined

async function dropFormer(): Promise<void> {
  const names = await listFiles()
  const former = names.filter((name) => name.startsWith(PREFIX) && !name.startsWith(OF_THIS_START))
  await Promise.all(former.map((name) => deleteFile(pathOf(name))))
}

/** Once for each start of the app. A failure is no picture's business: the next file tries again. */
const tidy = (): Promise<void> =>
  (dropping ??= dropFormer().catch(() => {
    dropping = undefined
  }))

/** @throws RecognitionError `STORAGE_FULL` */
export async function writeTemporary(bytes: Uint8Array): Promise<string> {
  await tidy()
  written += 1
  const path = await writeBytes(`${OF_THIS_START}${written}.jpg`, bytes)
  paths.add(path)
  return path
}

/** Drops all that was written: a picture that was confirmed or given up must not lie about. */
export async function deleteTemporaries(): Promise<void> {
  const all = [...paths]
  paths.clear()
  await Promise.all(all.map(deleteFile))
}
