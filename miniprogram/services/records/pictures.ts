import { listFiles } from '../platform/files'
import { allRows } from './store'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const pictureNames = (): Set<string> => new Set(allRows().flatMap(({ pictures }) => pictures.map(nameOf)))

/**
 * Resolves to a test for deleted files: the system deletes files of rarely used apps. Compares names, as the folder differs
 * on a new phone.
 */
export async function findLostPictures(): Promise<(path: string) => boolean> {
  try {
    const names = new Set(await listFiles())
    return (path) => !names.has(nameOf(path))
  } catch {
    return () => false
  }
}
