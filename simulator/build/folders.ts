import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = (path: string): string => join(import.meta.dirname, '..', 'browser', path)

/** The simulator's browser code, bundled with the program. */
export const BROWSER = folder('')
export const ELEMENTS = folder('elements')
/** The exports of each file here are `wx` APIs; those in `cloud/` are APIs of `wx.cloud`. */
const APIS = folder('wx/api')

/** The built-in elements, one folder each. */
export const elementNames = (): string[] =>
  readdirSync(ELEMENTS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))

/** Absolute paths of the API files in a folder. */
export const apiFiles = (path = ''): string[] =>
  readdirSync(join(APIS, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.ts') ? join(APIS, path, entry.name) : [],
  )
