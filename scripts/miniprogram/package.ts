import { posix } from 'node:path'

/** A mini program as it is uploaded: each file's content by its path. */
export type Compiled = Readonly<Record<string, string | Buffer>>

/** What is told of it: sizes are bytes. */
export interface PackageReport {
  readonly sizes: Readonly<Record<string, number>>
  /** Folders of the parts that are loaded when they are opened. */
  readonly subpackages: readonly string[]
  /** `FILE requires WHAT`, for whatever is not in the package: WeChat knows no index.js of a folder. */
  readonly missing: readonly string[]
  /** Files with a private key in them. */
  readonly secrets: readonly string[]
}

/** WeChat takes either name, and its compiler ends a root with a slash. */
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
