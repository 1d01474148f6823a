import { readFile } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import {
  build,
  type BuildFailure,
  type BuildResult,
  type Loader,
  type OutputFile,
  type Plugin,
  transform,
} from 'esbuild'
import { BROWSER } from './folders'
import { type Paths, scriptAt } from './paths'

const PROGRAM = 'program'
const TARGET = 'es2022'
const LOADERS: Record<string, Loader> = { '.ts': 'ts', '.json': 'json' }

/** Scripts of the program in whose place other sources are built: path from the program's root -> source. */
export type Overrides = Readonly<Record<string, string>>

export interface BundleOptions {
  /** Scripts of the program that the source requires, as absolute paths. */
  entries: ReadonlySet<string>
  overrides: Overrides
}

/**
 * In WeChat every script is a CommonJS module, whatever it is written as: programs rely on it that `export` and
 * `module.exports` go together in one file.
 *
 * @throws Error with file and line where the script cannot be parsed
 */
async function toCommonJs(source: string, path: string, loader: Loader): Promise<string> {
  const options = { loader, format: 'cjs', sourcemap: 'inline', sourcefile: path, target: TARGET } as const
  return (await transform(source, options)).code
}

/**
 * How `require` finds files in a mini program: `/` is the program's root, and packages have a folder for it. The
 * files have a namespace of their own, else a package.json around the program would decide what its scripts are.
 */
const programModules = (paths: Paths, { entries, overrides }: BundleOptions): Plugin => ({
  name: 'mini-program-modules',
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, ({ path, namespace, importer }) => {
      if (entries.has(path)) return { path, namespace: PROGRAM }
      if (namespace !== PROGRAM) return undefined
      const script = path.startsWith('.') ? scriptAt(join(dirname(importer), path)) : paths.script(path)
      return script === undefined ? undefined : { path: script, namespace: PROGRAM }
    })
    bundler.onLoad({ filter: /./, namespace: PROGRAM }, async ({ path }) => {
      const loader = LOADERS[extname(path)] ?? 'js'
      const source = overrides[relative(paths.root, path)] ?? (await readFile(path, 'utf8'))
      if (loader === 'json') return { contents: source, loader }
      return { contents: await toCommonJs(source, path, loader), loader: 'js', resolveDir: dirname(path) }
    })
  },
})

const describe = ({ errors }: BuildFailure): string =>
  errors.map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ''}${text}`).join('\n')

/**
 * Bundles the program and the simulator's browser code, in memory.
 *
 * @returns app.js and app.css with their maps, and every script of the program that went in.
 * @throws Error naming file and line where a script cannot be parsed or a module is missing, or naming what is
 *   overridden and not there.
 */
export async function bundle(
  source: string,
  paths: Paths,
  options: BundleOptions,
): Promise<{ files: OutputFile[]; scripts: string[] }> {
  const run = (): Promise<BuildResult<{ write: false; metafile: true }>> =>
    build({
      stdin: { contents: source, resolveDir: BROWSER, sourcefile: 'entry.ts', loader: 'ts' },
      bundle: true,
      write: false,
      metafile: true,
      sourcemap: 'linked',
      outdir: paths.root,
      entryNames: 'app',
      absWorkingDir: paths.root,
      format: 'iife',
      target: TARGET,
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      external: ['/fonts/*'],
      logLevel: 'silent',
      plugins: [programModules(paths, options)],
    })
  const result = await run().catch((error: unknown) => {
    throw new Error(describe(error as BuildFailure), { cause: error })
  })
  const inputs = Object.keys(result.metafile.inputs).filter((input) => input.startsWith(`${PROGRAM}:`))
  const scripts = inputs.map((input) => input.slice(PROGRAM.length + 1))
  for (const path of Object.keys(options.overrides)) {
    if (!scripts.includes(join(paths.root, path)))
      throw new Error(`${path}: the program has no such script to override`)
  }
  return { files: result.outputFiles, scripts }
}
