import { readFile } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import { build, type BuildFailure, type BuildResult, type Loader, type OutputFile, type Plugin } from 'esbuild'
import { messageOf } from '../error-message'
import { BROWSER } from './folders'
import type { Paths } from './paths'
import { compileScript, failingModule, type Script, TARGET } from './script'

const PROGRAM = 'program'
/** Namespace of modules that were not found; the path is the error message. */
const MISSING = 'missing'
const LOADERS: Record<string, Loader> = { '.ts': 'ts', '.json': 'json' }

/** Replacements for scripts of the program: path from its root -> source. */
export type Overrides = Readonly<Record<string, string>>

interface BundleOptions {
  /** Absolute paths of the scripts that the entry source requires. */
  entries: ReadonlySet<string>
  overrides: Overrides
}

interface Bundle {
  /** app.js and app.css with their source maps. */
  files: OutputFile[]
  /** Every bundled script of the program. */
  scripts: string[]
  /** Errors in the scripts, with file and line; each is thrown when its code runs. */
  problems: string[]
}

function compileJson(source: string, label: string): Script {
  try {
    return { code: `module.exports = ${JSON.stringify(JSON.parse(source))}`, problems: [] }
  } catch (error) {
    const message = `${label}: ${messageOf(error)}`
    return { code: failingModule(message), problems: [message] }
  }
}

/** `:LINE` where a script first quotes a path; empty if it does not. */
function lineOf(source: string, path: string): string {
  const line = source
    .split('\n')
    .findIndex((text) => ["'", '"', '`'].some((quote) => text.includes(quote + path + quote)))
  return line < 0 ? '' : `:${line + 1}`
}

/**
 * Resolves `require` in a mini program: `/` is the program's root, and npm packages have a folder for mini programs.
 * The namespace keeps a package.json around the program from deciding the module type of its scripts.
 *
 * @param problems collects errors
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
      const location = `${paths.label(importer)}${lineOf(await sourceOf(importer), path)}`
      return { path: `${location}: module "${path}" was not found`, namespace: MISSING }
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
 * @throws Error if an override matches no script
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
    if (!scripts.includes(join(paths.root, path))) throw new Error(`${path}: no such script to override`)
  }
  return { files: result.outputFiles, scripts, problems: [...problems].sort() }
}
