import { build, type BuildFailure, type BuildResult, type OutputFile, type Plugin } from 'esbuild'
import { BROWSER } from './folders'
import { isFile, type Paths } from './paths'

/** How `require` finds files in a mini program: `/` is the program's root, and packages have a folder for it. */
const programModules = (paths: Paths): Plugin => ({
  name: 'mini-program-modules',
  setup(bundler) {
    bundler.onResolve({ filter: /^(\/|@?[a-z])/i }, ({ path, importer }) => {
      if (importer.startsWith(BROWSER) || isFile(path)) return undefined
      const script = paths.script(path)
      return script === undefined ? undefined : { path: script }
    })
  },
})

const describe = ({ errors }: BuildFailure): string =>
  errors.map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ''}${text}`).join('\n')

/**
 * Bundles the program and the simulator's browser code, in memory.
 *
 * @returns app.js, app.js.map and app.css, and every source file that went in.
 * @throws Error naming file and line where a script cannot be parsed or a module is missing.
 */
export async function bundle(source: string, paths: Paths): Promise<{ files: OutputFile[]; inputs: string[] }> {
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
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      external: ['/fonts/*'],
      logLevel: 'silent',
      plugins: [programModules(paths)],
    })
  const result = await run().catch((error: unknown) => {
    throw new Error(describe(error as BuildFailure), { cause: error })
  })
  return { files: result.outputFiles, inputs: Object.keys(result.metafile.inputs) }
}
