import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { DRAFT } from '../paths'

const FUNCTIONS = fileURLToPath(new URL('../../cloudfunctions', import.meta.url))
/** The oldest Node.js in WeChat's console that the functions support. */
const TARGET = 'node18.15'
const OLDER_NODE = fileURLToPath(new URL('older-node.ts', import.meta.url))

export interface BuiltFunction {
  readonly name: string
  readonly path: string
  readonly bytes: number
}

async function buildFunction(name: string): Promise<BuiltFunction> {
  const folder = join(FUNCTIONS, name)
  const path = join(folder, 'index.js')
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'src', 'index.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    external: ['wx-server-sdk'],
    inject: [OLDER_NODE],
    charset: 'utf8',
    logLevel: 'error',
  })
  const contents = outputFiles[0]?.contents ?? new Uint8Array()
  // Write and rename: another process may be loading the bundle.
  const draft = `${path}.${process.pid}${DRAFT}`
  await writeFile(draft, contents)
  await rename(draft, path)
  return { name, path, bytes: contents.byteLength }
}

/**
 * Bundles every cloud function to the `index.js` beside its `package.json`, ready to upload. `wx-server-sdk` stays
 * external: the cloud installs it.
 */
export async function buildFunctions(): Promise<readonly BuiltFunction[]> {
  const entries = await readdir(FUNCTIONS, { withFileTypes: true })
  return Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => buildFunction(name)))
}
