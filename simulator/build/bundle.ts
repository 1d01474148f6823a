import { readFile } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import { build, type BuildFailure, type BuildResult, type Loader, type OutputFile, type Plugin } from 'esbuild'
import { BROWSER } from './folders'
import type { Paths } from './paths'
import { compileScript, failingModule, type Script, TARGET } from './script'

const PROGRAM = 'program'
/** Modules that are required and not there; the path is the message. */
const MISSING = 'missing'
const LOADERS: Record<string, Loader> = { '.ts': 'ts', '.json': 'json' }

/** Scripts of the program in whose place other sources are built: path from the program's root -> source. */
export type Overrides = Readonly<Record<string, string>>

export interface BundleOptions {
  /** Scripts of the program that the source requires, as absolute paths. */
  entries: ReadonlySet<string>
  overrides: Overrides
}

export interface Bundle {
  /** app.js and app.css with their maps. */
  files: OutputFile[]
  /** Every script of the program that went in. */
  scripts: string[]
  /** What is wrong with the scripts, with file and line; each fails with it when it comes to that. */
  problems: string[]
}

function compileJson(source: string, label: string): Script {
  try {
    return { code: `module.exports = ${JSON.stringify(JSON.parse(source))}`, problems: [] }
  } catch (error) {
    const message = `${label}: ${error instanceof Error ? error.message : String(error)}`
    return { code: failingModule(message), problems: [message] }
  }
}

/** The line of a script in which a path stands in quotes; empty where none does. */
function lineOf(source: string, path: string): string {
  const line = source
    .split('\n')
    .findIndex((text) => ["'", '"', '`'].some((quote) => text.includes(quote + path + quote)))
  return line < 0 ? '' : `:${line + 1}`
}

/**
 * How `require` finds files in a mini program: `/` is the program's root, and packages have a folder for it. The
 * files have a namespace of their own, else a package.json around the program would decide what its scripts are.
 *
 * @param problems is added to
 */
const programModules = (paths: Paths, { entries, overrides }: BundleOptions, problems: Set<string>): Plugin => ({
  name: 'mini-program-modules',
  setup(bundler) {
    const sourceOf = async (path: string): Promise<string> =>
      overrides[relative(paths.root, path)] ?? (await readFile(path, 'utf8'))
    bundler.onResolve({ filter: /./ }, async ({ path, namespace, importer }) => {
      if (entries.has(path)) return { path, namespace: PROGRAM }
      if (namespace !== PROGRAM) return undefined
      const script = paths.script(importer, path)
      if (script !== undefined) return { path: script, namespace: PROGRAM }
      const place = `${paths.label(importer)}${lineOf(await sourceOf(importer), path)}`
      return { path: `${place}: module "${path}" was not found`, namespace: MISSING }
    })
    bundler.onLoad({ filter: /./, namespace: MISSING }, ({ path }) => {
      problems.add(path)
      return { contents: failingModule(path), loader: 'js' }
    })
    bundler.onLoad({ filter: /./, namespace: PROGRAM }, async ({ path }) => {
      const loader = LOADERS[extname(path)] ?? 'js'
      const [source, label] = [await sourceOf(path), paths.label(path)]
      const script = loader === 'json' ? compileJson(source, label) : await compileScript(source, path, loader, label)
      for (const problem of script.problems) problems.add(problem)
      return { contents: script.code, loader: 'js', resolveDir: dirname(path) }
    })
  },
})

const describe = ({ errors }: BuildFailure): string =>
  errors.map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ''}${text}`).join('\n')

/**
 * Bundles the program and the simulator's browser code, in memory.
 *
 * @throws Error naming what is overridden and not there.
 */
export async function bundle(source: string, paths: Paths, options: BundleOptions): Promise<Bundle> {
  const problems = new Set<string>()
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
      plugins: [programModules(paths, options, problems)],
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
  return { files: result.outputFiles, scripts, problems: [...problems].sort() }
}
