import { listFiles } from '../platform/files'
import { allRows } from './store'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Names of the files that records stand on. */
export const pictureNames = (): Set<string> => new Set(allRows().flatMap(({ pictures }) => pictures.map(nameOf)))

/**
 * Tells of a picture whether its file is gone: the system deletes files of programs that are used seldom. By name,
 * as the folder they lie in changes with the phone they are moved to.
 */
export async function findLostPictures(): Promise<(path: string) => boolean> {
  try {
    const names = new Set(await listFiles())
    return (path) => !names.has(nameOf(path))
  } catch {
    return () => false
  }
}
