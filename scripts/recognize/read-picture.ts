import { readFile, stat } from 'node:fs/promises'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../miniprogram/image/limits'

/** @throws RecognitionError `IMAGE_UNREADABLE` if there is no readable file, `FILE_TOO_LARGE` */
export async function readPicture(file: string): Promise<Buffer> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw new RecognitionError('IMAGE_UNREADABLE')
    if (stats.size > MAX_PICKED_BYTES) throw new RecognitionError('FILE_TOO_LARGE')
    return await readFile(file)
  } catch (cause) {
    throw cause instanceof RecognitionError ? cause : new RecognitionError('IMAGE_UNREADABLE', { cause })
  }
}
