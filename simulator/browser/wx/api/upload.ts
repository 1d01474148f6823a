import { readBytes } from '../../runtime/files'
import { imageType } from '../../runtime/image-info'
import type { Callbacks } from '../api'
import { createRequest, type Headers, type HttpOptions, send } from '../network'
import { startUpload } from '../upload-task'

interface UploadOptions extends HttpOptions {
  filePath: string
  name: string
  formData?: Record<string, unknown>
}

interface Uploaded {
  data: string
  statusCode: number
  header: Headers
}

function fileOf(path: string): File {
  const bytes = readBytes(path)
  const type = imageType(bytes)
  return new File([bytes], path.split('/').at(-1) ?? '', { type: type === 'unknown' ? '' : `image/${type}` })
}

async function upload(xhr: XMLHttpRequest, options: UploadOptions): Promise<Uploaded> {
  const form = new FormData()
  for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, String(value))
  form.append(options.name, fileOf(options.filePath))
  const { body, statusCode, header } = await send(xhr, 'POST', options, form)
  return { data: new TextDecoder().decode(body), statusCode, header }
}

/** @returns WeChat's UploadTask. Any response is a success, whatever its status. */
export function uploadFile(options: UploadOptions & Callbacks<Uploaded>) {
  const xhr = createRequest()
  const { task, running } = startUpload('uploadFile', xhr, options, () => upload(xhr, options))
  running?.catch(() => undefined)
  return task
}
