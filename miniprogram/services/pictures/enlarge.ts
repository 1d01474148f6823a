import type { Cancellation } from '../async/cancellation'
import { compress } from './compress/index'
import { type Edit, isEdited } from './edit'

/**
 * Shows a picture as it would be sent in the platform's full-screen viewer, which can zoom.
 *
 * @throws RecognitionError of `compress`, if the picture is edited
 */
export async function enlarge(
  path: string,
  edit: Edit,
  cancellation: Cancellation,
  onProgress: (share: number) => void,
): Promise<void> {
  const shown = isEdited(edit) ? await compress(path, edit, { cancellation, onProgress }) : path
  cancellation.throwIfCancelled()
  await wx.previewImage({ urls: [shown] })
}
