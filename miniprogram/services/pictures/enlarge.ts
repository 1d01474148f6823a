import type { Cancellation } from '../async/cancellation'
import { compress, type Edit } from './compress/index'

/**
 * Shows a picture over the whole screen, as it would be sent; the platform's own viewer zooms.
 *
 * @throws RecognitionError of `compress`, for a picture that is edited
 */
export async function enlarge(
  path: string,
  edit: Edit,
  cancellation: Cancellation,
  onProgress: (share: number) => void,
): Promise<void> {
  const isEdited = edit.turn !== undefined || edit.quad !== undefined
  const shown = isEdited ? await compress(path, edit, { cancellation, onProgress }) : path
  cancellation.throwIfCancelled()
  await wx.previewImage({ urls: [shown] })
}
