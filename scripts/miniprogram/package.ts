import { posix } from 'node:path'

/** The compiled mini program: file contents by path. */
export type Compiled = Readonly<Record<string, string | Buffer>>

export interface PackageReport {
  /** Bytes by path. */
  readonly sizes: Readonly<Record<string, number>>
  /** Root folders of the subpackages. */
  readonly subpackages: readonly string[]
  /** `FILE requires PATH` for each missing file. WeChat does not resolve folders to their index.js. */
  readonly missing: readonly string[]
  /** Files that contain a private key. */
  readonly secrets: readonly string[]
}

/** WeChat accepts either spelling. Its compiler appends a slash to each root. */
type Subpackages = Partial<Record<'subPackages' | 'subpackages', { root: string }[]>>

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

const REQUIRE = /\brequire\(["'](\.{1,2}\/[^"']+)["']\)/g

function missingFrom(path: string, content: string, files: Compiled): string[] {
  return Array.from(content.matchAll(REQUIRE), ([, required = '']) => required)
    .filter((required) => {
      const target = posix.join(posix.dirname(path), required)
      return !(target in files) && !(`${target}.js` in files)
    })
    .map((required) => `${path} requires ${required}`)
}

export function reportOn(files: Compiled): PackageReport {
  const app = JSON.parse(String(files['app.json'] ?? '{}')) as Subpackages
  const entries = Object.entries(files)
  return {
    sizes: Object.fromEntries(entries.map(([path, content]) => [path, Buffer.byteLength(content)])),
    subpackages: (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, '')),
    secrets: entries.flatMap(([path, content]) => (PRIVATE_KEY.test(String(content)) ? [path] : [])),
    missing: entries.flatMap(([path, content]) =>
      path.endsWith('.js') ? missingFrom(path, String(content), files) : [],
    ),
  }
}
