import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { CLOUD_CODES, CloudError } from './cloud-error'
import { type FileStore, toFileID, toUrl } from './files'
import type { FunctionHost } from './functions/host'
import { APP_ID } from './identity'

const MAX_FILE_BYTES = 50 * 1024 * 1024
/** Maximum payload of a synchronous call. */
const MAX_EVENT_BYTES = 6 * 1024 * 1024

interface BrowserOptions {
  readonly files: FileStore
  readonly functions: FunctionHost
  readonly origin: () => string
  readonly openidOf: (person: string) => string
}

/** Identifies the caller, whom WeChat would know; without it all callers are one person. */
const PERSON_HEADER = 'x-simulated-person'

const FILE_LIST = {
  body: {
    type: 'object',
    required: ['fileList'],
    properties: { fileList: { type: 'array', items: { type: 'string' }, maxItems: 50 } },
  },
} as const

interface FileListRoute {
  Body: { fileList: string[] }
}

/** Stores bodies unparsed, even JSON. */
function serveUploads(app: FastifyInstance, files: FileStore): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES }, (_, body, done) => done(null, body))
  app.put<{ Params: { '*': string }; Body: Buffer | undefined }>(
    '/files/*',
    { bodyLimit: MAX_FILE_BYTES },
    (request) => {
      const fileID = toFileID(request.params['*'])
      const contentType = request.headers['content-type'] ?? 'application/octet-stream'
      files.set(fileID, { bytes: request.body ?? Buffer.alloc(0), contentType })
      return { fileID }
    },
  )
}

/**
 * The HTTP API behind `wx.cloud` in the browser: uploads, file lists, function calls. Errors are `{ errCode, errMsg }` with
 * a status that is not 2xx.
 */
export function createBrowserPlugin({ files, functions, origin, openidOf }: BrowserOptions): FastifyPluginAsync {
  const missing = { status: CLOUD_CODES.FILE_NOT_FOUND, errMsg: 'STORAGE_FILE_NONEXIST' }
  const found = { status: 0, errMsg: 'ok' }

  return async (app) => {
    app.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => {
      if (error instanceof CloudError) {
        return reply.code(error.status).send({ errCode: error.errCode, errMsg: error.errMsg })
      }
      const status = error.statusCode ?? 500
      const errCode = status < 500 ? CLOUD_CODES.INVALID_PARAMETER : CLOUD_CODES.SYSTEM_ERROR
      return reply.code(status).send({ errCode, errMsg: error.message })
    })

    await app.register((uploads, _, done) => {
      serveUploads(uploads, files)
      done()
    })

    app.post<FileListRoute>('/files/delete', { schema: FILE_LIST }, ({ body }) => ({
      fileList: body.fileList.map((fileID) => ({ fileID, ...(files.delete(fileID) ? found : missing) })),
    }))

    app.post<FileListRoute>('/files/urls', { schema: FILE_LIST }, ({ body }) => ({
      fileList: body.fileList.map((fileID) =>
        files.has(fileID)
          ? { fileID, tempFileURL: toUrl(origin(), fileID), maxAge: 7200, ...found }
          : { fileID, tempFileURL: '', ...missing },
      ),
    }))

    app.post<{ Params: { name: string }; Body: Record<string, unknown> | null }>(
      '/functions/:name',
      { bodyLimit: MAX_EVENT_BYTES },
      // The platform sets userInfo, whatever the client sends.
      ({ params, body, headers }) => {
        const openid = openidOf(String(headers[PERSON_HEADER] ?? ''))
        return functions.call(params.name, { ...body, userInfo: { appId: APP_ID, openId: openid } }, openid)
      },
    )
  }
}
