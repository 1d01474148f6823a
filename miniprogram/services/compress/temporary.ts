import { dropFile, listFiles, pathOf, writeBytes } from '../files'

/** The platform lets nobody write temporary files: these are ours, and dropped when the app starts anew. */
const PREFIX = 'compressed-'

let written = 0
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
  return writeBytes(`${PREFIX}${Date.now()}-${written}.jpg`, bytes)
}
