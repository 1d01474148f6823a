import { dropFile, listFiles, pathOf, writeBytes } from '../files'

/**
 * The platform lets nobody write temporary files: these are ours. They are dropped by whoever has used them, or else
 * when the app starts anew.
 */
const PREFIX = 'compressed-'

let written = 0
const paths = new Set<string>()
let dropping: Promise<unknown> | undefined

async function dropFormer(): Promise<void> {
  const names = await listFiles()
  await Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => dropFile(pathOf(name))))
}

/** @throws RecognitionError `STORAGE_FULL` */
export async function writeTemporary(bytes: Uint8Array): Promise<string> {
  dropping ??= dropFormer()
  await dropping
  written += 1
  const path = await writeBytes(`${PREFIX}${Date.now()}-${written}.jpg`, bytes)
  paths.add(path)
  return path
}

/** Drops all that was written: a picture that was confirmed or given up must not lie about. */
export async function dropTemporaries(): Promise<void> {
  const all = [...paths]
  paths.clear()
  await Promise.all(all.map(dropFile))
}
