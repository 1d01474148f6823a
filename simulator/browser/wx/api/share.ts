import { inBackground } from '../../runtime/background'
import { sendFile, showDocument } from '../../phone-ui/share'
import { readBytes, toUrl } from '../../runtime/files'
import { api } from '../api'

const DOCUMENTS = /\.(docx?|xlsx?|pptx?|pdf)$/i

const lastPart = (path: string): string => path.split('/').at(-1) ?? ''

/** @throws Error if there is no such file */
const fileAt = (path: string, name = lastPart(path)) => ({ name, url: toUrl(path), size: readBytes(path).length })

export const shareFileMessage = api(
  'shareFileMessage',
  async ({ filePath, fileName }: { filePath: string; fileName?: string }) => {
    const file = fileAt(filePath, fileName === '' ? undefined : fileName)
    if (!(await inBackground(() => sendFile(file)))) throw new Error('cancel')
    return {}
  },
)

export const openDocument = api('openDocument', ({ filePath, fileType }: { filePath: string; fileType?: string }) => {
  const file = fileAt(filePath)
  if (fileType === undefined && !DOCUMENTS.test(filePath)) throw new Error('filetype not supported')
  void inBackground(() => showDocument(file))
  return {}
})

/** No effect: the simulator's menu button opens no menu. */
export const showShareMenu = api('showShareMenu', () => ({}))
export const hideShareMenu = api('hideShareMenu', () => ({}))
