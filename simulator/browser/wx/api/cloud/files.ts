import { addTemporaryBlob, readBlob } from '../../../runtime/files'
import { api, type Callbacks, Failure } from '../../api'
import { failureFrom, postCloud, unreachable } from '../../cloud'
import { startUpload } from '../../upload-task'

interface UploadOptions {
  cloudPath: string
  filePath: string
}
interface CloudFile {
  fileID: string
  status: number
  errMsg: string
}

const pathOf = (cloudPath: string): string => cloudPath.split('/').map(encodeURIComponent).join('/')

interface Uploaded {
  fileID: string
  statusCode: number
}

function send(request: XMLHttpRequest, { cloudPath, filePath }: UploadOptions): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const body: unknown = request.response
      if (request.status >= 300) reject(failureFrom(body, request.status))
      else resolve({ ...(body as { fileID: string }), statusCode: 204 })
    })
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(new Failure('abort', { errCode: -1 })))
    request.responseType = 'json'
    request.open('PUT', `/cloud/files/${pathOf(cloudPath)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(readBlob(filePath))
  })
}

/** @returns the promise, which is also WeChat's UploadTask */
export function uploadFile(options: UploadOptions & Callbacks<Uploaded>) {
  const request = new XMLHttpRequest()
  const { task, running } = startUpload('cloud.uploadFile', request, options, () => send(request, options))
  return Object.assign(running ?? {}, task)
}

interface Files {
  fileList: string[]
}
interface Urls {
  fileList: (CloudFile & { tempFileURL: string })[]
}

export const deleteFile = api('cloud.deleteFile', (files: Files) =>
  postCloud<{ fileList: CloudFile[] }>('files/delete', files),
)

export const getTempFileURL = api('cloud.getTempFileURL', (files: Files) => postCloud<Urls>('files/urls', files))

export const downloadFile = api('cloud.downloadFile', async ({ fileID }: { fileID: string }) => {
  const { fileList } = await postCloud<Urls>('files/urls', { fileList: [fileID] })
  const [file] = fileList
  if (file?.status !== 0) throw new Failure(file?.errMsg ?? 'STORAGE_FILE_NONEXIST', { errCode: -503003 })
  const response = await fetch(file.tempFileURL).catch(() => {
    throw unreachable()
  })
  const extension = /\.(\w+)$/.exec(fileID)?.[1] ?? 'unknown'
  return { tempFilePath: await addTemporaryBlob(await response.blob(), extension), statusCode: response.status }
})
