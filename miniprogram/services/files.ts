import { RecognitionError } from '../vehicle-license/errors'

const files = () => wx.getFileSystemManager()

/** Size of a file in bytes. Rejects with the platform's error where there is none. */
export const fileSize = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    files().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: reject })
  })

export const readBytes = (path: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    files().readFile({
      filePath: path,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: reject,
    })
  })

/**
 * Copies a temporary file, which does not outlive the app, to where it stays. Returns its new path.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export const keepFile = (tempPath: string, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const path = `${wx.env.USER_DATA_PATH}/${name}`
    files().copyFile({
      srcPath: tempPath,
      destPath: path,
      success: () => resolve(path),
      fail: (cause) => reject(new RecognitionError('STORAGE_FULL', { cause })),
    })
  })

/** Deletes a file; one that is gone already is fine. */
export const dropFile = (path: string): Promise<void> =>
  new Promise((resolve) => {
    files().unlink({ filePath: path, complete: () => resolve() })
  })
