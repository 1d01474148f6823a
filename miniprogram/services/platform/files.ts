import { RecognitionError } from '../../vehicle-license/errors'

const files = () => wx.getFileSystemManager()

/** of a permanent file */
export const pathOf = (name: string): string => `${wx.env.USER_DATA_PATH}/${name}`

/** Rejects with the platform's error if there is no such file, or if it exceeds 100 MB. */
export const readBytes = (path: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    files().readFile({
      filePath: path,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: reject,
    })
  })

/** Rejects with the platform's error if there is no such file. */
export const bytesOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    files().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: reject })
  })

/** Names of the permanent files. */
export const listFiles = (): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    files().readdir({ dirPath: wx.env.USER_DATA_PATH, success: (result) => resolve(result.files), fail: reject })
  })

/**
 * Writes a permanent file. Resolves to its path.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export const writeBytes = (name: string, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = pathOf(name)
    files().writeFile({
      filePath: path,
      // The platform would write the whole buffer behind a view.
      data: bytes.slice().buffer,
      success: () => resolve(path),
      fail: (cause) => reject(new RecognitionError('STORAGE_FULL', { cause })),
    })
  })

/**
 * Copies a temporary file, which the platform deletes when the app ends, to a permanent one. Resolves to its path.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export const keepFile = (tempPath: string, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = pathOf(name)
    files().copyFile({
      srcPath: tempPath,
      destPath: path,
      success: () => resolve(path),
      fail: (cause) => reject(new RecognitionError('STORAGE_FULL', { cause })),
    })
  })

/** Never rejects: the file may be gone already. */
export const deleteFile = (path: string): Promise<void> =>
  new Promise((resolve) => {
    files().unlink({ filePath: path, complete: () => resolve() })
  })

export const deleteFiles = async (paths: readonly string[]): Promise<void> => {
  await Promise.all(paths.map(deleteFile))
}

/** Deletes all permanent files whose name matches. */
export async function deleteMatching(isUnwanted: (name: string) => boolean): Promise<void> {
  const names = await listFiles().catch(() => [])
  await deleteFiles(names.filter(isUnwanted).map(pathOf))
}
