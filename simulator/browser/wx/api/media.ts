import { inBackground } from '../../runtime/background'
import { showActionSheet } from '../../phone-ui/dialogs'
import { showAlbum } from '../../phone-ui/album'
import type { Picked } from '../../phone-ui/samples'
import { addTemporaryBlob } from '../../runtime/files'
import { imageType } from '../../runtime/image-info'
import { guardedApi } from '../guarded'

type Source = 'album' | 'camera'

interface ChooseOptions {
  count?: number
  mediaType?: ('image' | 'video' | 'mix')[]
  sourceType?: Source[]
  sizeType?: ('original' | 'compressed')[]
}

const DEFAULT_COUNT = 9
const CAMERA_ITEM = 0

/** Opens the camera app on a phone, a file chooser elsewhere. */
function takePicture(): Promise<Picked[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.capture = 'environment'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((blob) => ({ blob, name: blob.name }))))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

async function pick(count: number, sources: Source[]): Promise<Picked[]> {
  const first =
    sources.includes('camera') && (sources.length === 1 || (await showActionSheet(['拍摄', '从手机相册选择'])))
  if (first === -1) return []
  return first === true || first === CAMERA_ITEM ? takePicture() : showAlbum(count)
}

/** Like WeChat, by the content rather than the name. */
async function extensionOf({ blob, name }: Picked): Promise<string> {
  const type = imageType(new Uint8Array(await blob.slice(0, 16).arrayBuffer()))
  if (type === 'jpeg') return 'jpg'
  return type === 'unknown' ? (/\.(\w+)$/.exec(name)?.[1] ?? 'unknown') : type
}

export const chooseMedia = guardedApi('chooseMedia', async (options: ChooseOptions) => {
  const { count = DEFAULT_COUNT, mediaType = ['image'], sourceType = ['album', 'camera'] } = options
  if (!mediaType.includes('image') && !mediaType.includes('mix'))
    throw new Error('only images are available in the simulator')
  const picked = await inBackground(() => pick(count, sourceType))
  if (picked.length === 0) throw new Error('cancel')
  const tempFiles = await Promise.all(
    picked.map(async (file) => ({
      tempFilePath: await addTemporaryBlob(file.blob, await extensionOf(file)),
      size: file.blob.size,
      fileType: 'image',
    })),
  )
  return { type: 'image', tempFiles }
})
