import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { transform } from 'esbuild'
import { globSync } from 'tinyglobby'
import { pathBetween, sourceOf } from './places'

/** A packed file and the source files it references. */
interface Packed {
  readonly content: string
  readonly needs: readonly string[]
}

const REQUIRE = /\brequire\(["'](\.[^"']+)["']\)/g
const STYLE = /@import\s+["']([^"']+)["']/g
const TEMPLATE = /<(?:import|include|wxs)\s[^>]*\bsrc=["']([^"']+)["']/g

const namedBy = (pattern: RegExp, content: string): string[] =>
  Array.from(content.matchAll(pattern), ([, target = '']) => target)

/** Source files of a page or component; `path` has no extension. */
export const componentFiles = (path: string): string[] => globSync(`${path}.{json,wxml,wxss,ts,js}`, { absolute: true })

/** @throws Error if there is no such script */
function scriptAt(path: string): string {
  const [file] = globSync(`${path}{,.ts,.js}`, { absolute: true })
  if (file === undefined) throw new Error(`${path}: no such script`)
  return file
}

/** For older phones. */
const TARGET = 'es2018'

async function readScript(file: string, source: string): Promise<Packed> {
  const options = { loader: 'ts', format: 'cjs', target: TARGET, charset: 'utf8', sourcefile: file } as const
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } }
  const content = file.endsWith('.ts') ? (await transform(source, { ...options, tsconfigRaw })).code : source
  return { content, needs: namedBy(REQUIRE, content).map((target) => scriptAt(sourceOf(file, target))) }
}

/** Rewrites component paths, those of npm included, to the packed ones. */
function readJson(file: string, source: string): Packed {
  const config = JSON.parse(source) as { usingComponents?: Record<string, string> }
  const used = Object.entries(config.usingComponents ?? {}).map(
    ([tag, target]) => [tag, sourceOf(file, target)] as const,
  )
  const usingComponents = Object.fromEntries(used.map(([tag, target]) => [tag, pathBetween(file, target)]))
  return {
    content: `${JSON.stringify({ ...config, usingComponents }, null, 2)}\n`,
    needs: used.flatMap(([, target]) => componentFiles(target)),
  }
}

const reading = (pattern: RegExp) => (file: string, content: string) => ({
  content,
  needs: namedBy(pattern, content).map((target) => sourceOf(file, target)),
})

const READERS: Readonly<Record<string, (file: string, source: string) => Packed | Promise<Packed>>> = {
  '.ts': readScript,
  '.js': readScript,
  '.json': readJson,
  '.wxml': reading(TEMPLATE),
  '.wxs': reading(REQUIRE),
  '.wxss': reading(STYLE),
}

/** @throws Error if the file cannot be read or has an unknown type */
export async function readPacked(file: string): Promise<Packed> {
  const read = READERS[extname(file)]
  if (!read) throw new Error(`${file}: unknown file type`)
  return read(file, await readFile(file, 'utf8'))
}
