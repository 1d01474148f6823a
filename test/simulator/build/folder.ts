import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Creates a temporary folder with these files: path -> content. */
export function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'program-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A minimal mini program plus these files. */
export const programOf = (files: Record<string, string> = {}): string =>
  folderOf({ 'app.json': '{"pages":["pages/a/index"]}', 'pages/a/index.js': 'Page({})', ...files })
