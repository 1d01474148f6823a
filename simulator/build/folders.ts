import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = (path: string): string => join(import.meta.dirname, '..', 'browser', path)

/** The simulator's own browser code, which is bundled with the program. */
export const BROWSER = folder('')
export const ELEMENTS = folder('elements')
/** One file a family of `wx` APIs; a file's exports are the APIs. `cloud/` holds those of `wx.cloud`. */
export const APIS = folder('wx/api')

/** Names of the built-in elements: one folder each. */
export const elementNames = (): string[] =>
  readdirSync(ELEMENTS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))

/** The files of a folder that hold APIs, as absolute paths. */
export const apiFiles = (path = ''): string[] =>
  readdirSync(join(APIS, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.ts') ? join(APIS, path, entry.name) : [],
  )
