import { RecognitionError } from '../../vehicle-license/errors'

const files = () => wx.getFileSystemManager()

/** Of a file that stays. */
export const pathOf = (name: string): string => `${wx.env.USER_DATA_PATH}/${name}`

/** Rejects with the platform's error where there is no file, or one over 100 MB. */
export const readBytes = (path: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    files().readFile({
      filePath: path,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: reject,
    })
  })

/** Rejects with the platform's error where there is no file. */
export const bytesOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    files().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: reject })
  })

/** Names of the files that stay. */
export const listFiles = (): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    files().readdir({ dirPath: wx.env.USER_DATA_PATH, success: (result) => resolve(result.files), fail: reject })
  })

/**
 * Writes a file that stays until it is dropped. Returns its path.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export const writeBytes = (name: string, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = pathOf(name)
    files().writeFile({
      filePath: path,
      // Of a part of a buffer, the platform would write all of the buffer.
      data: bytes.slice().buffer,
      success: () => resolve(path),
      fail: (cause) => reject(new RecognitionError('STORAGE_FULL', { cause })),
    })
  })

/**
 * Copies a temporary file, which does not outlive the app, to where it stays. Returns its new path.
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

/** Deletes a file; one that is gone already is fine. */
export const deleteFile = (path: string): Promise<void> =>
  new Promise((resolve) => {
    files().unlink({ filePath: path, complete: () => resolve() })
  })

/** Deletes files; those that are gone already are fine. */
export const deleteFiles = async (paths: readonly string[]): Promise<void> => {
  await Promise.all(paths.map(deleteFile))
}
