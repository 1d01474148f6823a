import { database, type Stored } from './database'

const TEMP = 'wxfile://tmp_'
export const USER_DATA = 'wxfile://usr'

interface Entry {
  bytes: Uint8Array<ArrayBuffer>
  /** ms since 1970 */
  modified: number
  url?: string
}

const entries = new Map<string, Entry>()

const isPersistent = (path: string): boolean => path.startsWith(`${USER_DATA}/`)

/** Loads the files of USER_DATA_PATH; temporary files are lost with the window. */
export async function loadFiles(): Promise<void> {
  for (const { path, bytes, modified } of await database.all()) entries.set(path, { bytes, modified })
}

function entry(path: string): Entry {
  const found = entries.get(path)
  if (!found) throw new Error(`no such file or directory "${path}"`)
  return found
}

export const exists = (path: string): boolean => entries.has(path)
export const readBytes = (path: string): Uint8Array<ArrayBuffer> => entry(path).bytes
export const readBlob = (path: string): Blob => new Blob([entry(path).bytes])
export const modifiedAt = (path: string): number => entry(path).modified

/** Paths below `folder`. */
export const filesIn = (folder: string): string[] =>
  [...entries.keys()].filter((path) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))

/** Writes a file; it can be read at once, and the promise resolves when a persistent one is stored. */
export async function writeBytes(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  forgetUrl(path)
  const stored: Stored = { path, bytes, modified: Date.now() }
  entries.set(path, stored)
  if (isPersistent(path)) await database.put(stored)
}

export async function remove(path: string): Promise<void> {
  entry(path)
  forgetUrl(path)
  entries.delete(path)
  if (isPersistent(path)) await database.remove(path)
}

/** @returns the path of the new file */
export function addTemporary(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
  const path = `${TEMP}${crypto.randomUUID().replaceAll('-', '')}.${extension}`
  entries.set(path, { bytes, modified: Date.now() })
  return path
}

export const addTemporaryBlob = async (blob: Blob, extension: string): Promise<string> =>
  addTemporary(new Uint8Array(await blob.arrayBuffer()), extension)

function forgetUrl(path: string): void {
  const url = entries.get(path)?.url
  if (url !== undefined) URL.revokeObjectURL(url)
}

/**
 * The URL that the browser loads for a path in the mini program.
 *
 * @param path a `wxfile://` path, a URL, or a path in the package, absolute or relative to `route`
 * @throws Error if there is no such `wxfile://` file
 */
export function toUrl(path: string, route = ''): string {
  if (path.startsWith('wxfile://')) {
    const file = entry(path)
    file.url ??= URL.createObjectURL(new Blob([file.bytes]))
    return file.url
  }
  if (/^[a-z]+:/i.test(path)) return path
  return `/app/package${new URL(path, `x:/${route}`).pathname}`
}

/** @param path as of `toUrl` @throws Error if there is no such file */
export async function fetchBlob(path: string, route?: string): Promise<Blob> {
  if (path.startsWith('wxfile://')) return readBlob(path)
  const response = await fetch(toUrl(path, route))
  if (!response.ok) throw new Error(`no such file or directory "${path}"`)
  return response.blob()
}
