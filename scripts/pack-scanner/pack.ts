import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MINIPROGRAM, ROOT } from '../paths'
import { declarationsOf } from './declarations'
import { FLOW, PAGES, placeOf, VANT } from './places'
import { componentFiles, readPacked } from './read'

/** Name of the packed folder, also inside the npm package. */
const FOLDER = 'scanner'

/** Needed by the pages, but not referenced by a path. */
const THEME = join(MINIPROGRAM, 'app.wxss')
const PICTURES = ['photo-good.jpg', 'photo-bad.jpg'].map((name) => join(MINIPROGRAM, 'images', name))
const ENTRIES = [
  join(MINIPROGRAM, 'scanner/index.ts'),
  ...componentFiles(join(MINIPROGRAM, 'scanner/license-scanner/index')),
]

/** Collects the entries and everything they reference: content by path. */
async function collect(): Promise<Map<string, string>> {
  const waiting = [...ENTRIES, ...PAGES.flatMap((page) => componentFiles(join(MINIPROGRAM, page))), THEME]
  const packed = new Map<string, string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const place = placeOf(file).replace(/\.ts$/, '.js')
    if (packed.has(place)) continue
    const { content, needs } = await readPacked(file)
    packed.set(place, content)
    waiting.push(...needs)
  }
  // In the host, app.wxss is the host's.
  for (const page of PAGES) {
    const style = `${FLOW}/${page}.wxss`
    packed.set(style, `@import "../../app.wxss";\n${packed.get(style) ?? ''}`)
  }
  return packed
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

async function manifest(): Promise<string> {
  const { name, version, description, license } = JSON.parse(
    await readFile(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>
  const main = { main: `${FOLDER}/index.js`, types: `${FOLDER}/index.d.ts`, miniprogram: FOLDER, files: [FOLDER] }
  return `${JSON.stringify({ name, version, description, license, ...main }, null, 2)}\n`
}

/** Sizes in bytes. */
interface PackedSize {
  readonly files: number
  readonly main: number
  readonly subpackage: number
}

/**
 * Writes the scanner to `out`, ready to copy into another mini program (`scanner/`) or to publish to npm. Replaces earlier
 * output.
 *
 * @throws Error naming a missing or invalid source file
 */
export async function packScanner(out: string): Promise<PackedSize> {
  const packed = await collect()
  const folder = join(out, FOLDER)
  await rm(folder, { recursive: true, force: true })
  const all = new Map([...packed, ...declarationsOf(join(MINIPROGRAM, 'scanner/index.ts'))])
  for (const [path, content] of all) await write(join(folder, path), content)
  for (const picture of PICTURES) {
    await mkdir(join(folder, FLOW, 'images'), { recursive: true })
    await copyFile(picture, join(folder, placeOf(picture)))
  }
  await copyFile(join(VANT, '../LICENSE'), join(folder, FLOW, 'vant/LICENSE'))
  await copyFile(join(ROOT, 'LICENSE'), join(out, 'LICENSE'))
  await copyFile(join(import.meta.dirname, 'README.md'), join(out, 'README.md'))
  await write(join(out, 'package.json'), await manifest())
  const bytes = (inFlow: boolean): number =>
    [...packed]
      .filter(([path]) => path.startsWith(`${FLOW}/`) === inFlow)
      .reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0)
  return { files: packed.size, main: bytes(false), subpackage: bytes(true) }
}
