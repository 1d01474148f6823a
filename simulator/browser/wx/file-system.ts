import * as files from '../runtime/files'
import { api } from './api'
import { decode, type Encoding, encode } from './encoding'

type Data = string | ArrayBuffer
interface ReadOptions {
  filePath: string
  encoding?: Encoding
  /** Bytes */
  position?: number
  length?: number
}
interface WriteOptions {
  filePath: string
  data: Data
  encoding?: Encoding
}

const MAX_USER_DATA_BYTES = 200 * 1024 * 1024

function read({ filePath, encoding, position = 0, length }: ReadOptions): Data {
  const all = files.readBytes(filePath)
  const bytes = all.slice(position, length === undefined ? undefined : position + length)
  return encoding === undefined ? bytes.buffer : decode(bytes, encoding)
}

async function write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!path.startsWith(`${files.USER_DATA}/`)) throw new Error(`permission denied, open "${path}"`)
  const stored = files.filesIn(files.USER_DATA).reduce((total, file) => total + files.readBytes(file).length, 0)
  if (stored + bytes.length > MAX_USER_DATA_BYTES)
    throw new Error('the maximum size of the file storage limit is exceeded')
  await files.writeBytes(path, bytes)
}

const bytesOf = (data: Data, encoding: Encoding = 'utf8'): Uint8Array<ArrayBuffer> =>
  typeof data === 'string' ? encode(data, encoding) : new Uint8Array(data)

function check(path: string): void {
  if (!files.exists(path) && files.filesIn(path).length === 0 && path !== files.USER_DATA)
    throw new Error(`no such file or directory "${path}"`)
}

function stats(path: string): object {
  check(path)
  const file = files.exists(path)
  const modified = file ? files.modifiedAt(path) / 1000 : 0
  const size = file ? files.readBytes(path).length : 0
  return {
    mode: 0,
    size,
    lastAccessedTime: modified,
    lastModifiedTime: modified,
    isFile: () => file,
    isDirectory: () => !file,
  }
}

const list = (folder: string): string[] => [
  ...new Set(files.filesIn(folder).map((path) => path.slice(folder.replace(/\/$/, '').length + 1).split('/')[0] ?? '')),
]

async function save(from: string, to = `${files.USER_DATA}/${from.split('/').at(-1) ?? ''}`): Promise<string> {
  const bytes = files.readBytes(from)
  await write(to, bytes)
  await files.remove(from)
  return to
}

/** `wx.getFileSystemManager()`. There are no folders, only paths. */
export const fileSystem = {
  readFile: api('readFile', (options: ReadOptions) => ({ data: read(options) })),
  readFileSync: (filePath: string, encoding?: Encoding, position?: number, length?: number): Data =>
    read({
      filePath,
      ...(encoding !== undefined && { encoding }),
      ...(position !== undefined && { position }),
      ...(length !== undefined && { length }),
    }),
  writeFile: api('writeFile', async ({ filePath, data, encoding }: WriteOptions) => {
    await write(filePath, bytesOf(data, encoding))
    return {}
  }),
  writeFileSync: (filePath: string, data: Data, encoding?: Encoding): void => {
    void write(filePath, bytesOf(data, encoding))
  },
  unlink: api('unlink', async ({ filePath }: { filePath: string }) => {
    await files.remove(filePath)
    return {}
  }),
  unlinkSync: (filePath: string): void => {
    files.readBytes(filePath)
    void files.remove(filePath)
  },
  access: api('access', ({ path }: { path: string }) => {
    check(path)
    return {}
  }),
  accessSync: check,
  stat: api('stat', ({ path }: { path: string }) => ({ stats: stats(path) })),
  statSync: stats,
  getFileInfo: api('getFileInfo', ({ filePath }: { filePath: string }) => ({ size: files.readBytes(filePath).length })),
  saveFile: api('saveFile', async ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => ({
    savedFilePath: await save(tempFilePath, filePath),
  })),
  copyFile: api('copyFile', async ({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
    await write(destPath, files.readBytes(srcPath).slice())
    return {}
  }),
  readdir: api('readdir', ({ dirPath }: { dirPath: string }) => ({ files: list(dirPath) })),
  readdirSync: list,
  mkdir: api('mkdir', () => ({})),
  mkdirSync: (): void => undefined,
}
