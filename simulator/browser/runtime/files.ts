import { database, type Stored } from './database'

export const TEMP = 'wxfile://tmp_'
export const USER_DATA = 'wxfile://usr'

interface Entry {
  bytes: Uint8Array<ArrayBuffer>
  /** ms since 1970. */
  modified: number
  url?: string
}

const entries = new Map<string, Entry>()

const persistent = (path: string): boolean => path.startsWith(`${USER_DATA}/`)

/** Brings back the files of USER_DATA_PATH; temporary ones do not outlive the window. */
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

/**
 * Writes a file.
 *
 * @returns when a persistent file is safely stored; it can be read at once.
 */
export async function writeBytes(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  forgetUrl(path)
  const stored: Stored = { path, bytes, modified: Date.now() }
  entries.set(path, stored)
  if (persistent(path)) await database.put(stored)
}

export async function remove(path: string): Promise<void> {
  entry(path)
  forgetUrl(path)
  entries.delete(path)
  if (persistent(path)) await database.remove(path)
}

/** Keeps bytes as a temporary file and returns its path. */
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
 * What the browser can load for a path of the mini program: a file of the phone, a file of the program's package
 * (from its root, or from the folder of `route`), or an address.
 *
 * @throws Error where the phone has no such file.
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

/**
 * The bytes behind a path of the mini program.
 *
 * @throws Error where there are none.
 */
export async function fetchBlob(path: string, route?: string): Promise<Blob> {
  if (path.startsWith('wxfile://')) return readBlob(path)
  const response = await fetch(toUrl(path, route))
  if (!response.ok) throw new Error(`no such file or directory "${path}"`)
  return response.blob()
}
