import type { Recognition, RecognizeRequest } from '../../../miniprogram/vehicle-license/recognition'
import { inspect } from '../../../recognition/inspect'
import { WECHAT_ACCEPTS } from '../../../recognition/wechat/check-image'
import { downloadFile, temporaryUrl } from './cloud'
import { FIRST_WAY } from './config'
import { createCloudCallEngine } from './engine'

/** Fetches the uploaded picture, looks at it before it costs a call, and has it read. */
export async function recognizeFile({ type, fileID }: RecognizeRequest, signal: AbortSignal): Promise<Recognition> {
  const image = inspect(await downloadFile(fileID), { accept: WECHAT_ACCEPTS })
  const engine = createCloudCallEngine(FIRST_WAY, () => temporaryUrl(fileID))
  return engine.recognize(image, { type, signal })
}
