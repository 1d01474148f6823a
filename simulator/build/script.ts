import { type Loader, type Message, transform, type TransformFailure } from 'esbuild'
import MagicString from 'magic-string'

export const TARGET = 'es2022'

export interface Script {
  /** CommonJS with an inline source map. */
  code: string
  /** Errors in the source; the code throws each when it is reached. */
  problems: string[]
}

/** A module that throws when it is required. */
export const failingModule = (message: string): string => `throw new Error(${JSON.stringify(message)})`

const READ_ONLY = '__readOnly'
const READ_ONLY_FUNCTION = `function ${READ_ONLY}(name) { throw new TypeError('Assignment to constant variable "' + name + '".') }`

const locate = ({ text, location }: Message, label: string): string =>
  `${label}${location ? `:${location.line}` : ''}: ${text}`

/** Makes assignments to constants throw when they run, as WeChat's compiler does; esbuild would reject the file. */
function failingAssignments(source: string, messages: readonly Message[]): string {
  const output = new MagicString(source)
  const lines = source.split('\n')
  for (const { location } of messages) {
    if (!location) continue
    const { line, column, length, lineText } = location
    // esbuild counts columns in bytes.
    const bytes = Buffer.from(lineText)
    const name = bytes.subarray(column, column + length).toString()
    const lineStart = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
    const start = lineStart + bytes.subarray(0, column).toString().length
    output.overwrite(start, start + name.length, `${READ_ONLY}(${JSON.stringify(name)}).value`)
  }
  return output.append(`\n${READ_ONLY_FUNCTION}`).toString()
}

const ASYNC_REQUIRE = /\brequire\.async\((\s*(['"`])[^'"`\n]+\2\s*)\)/g

/** Turns `require.async` into a promise of `require`: all subpackages are in one bundle. */
const withAsyncRequires = (source: string): string =>
  source.replace(ASYNC_REQUIRE, (_, path: string) => `Promise.resolve().then(() => require(${path}))`)

/**
 * Compiles a script to CommonJS, as WeChat does: programs mix `export` and `module.exports` in one file. A script that
 * cannot be parsed becomes a module that throws when it is required.
 *
 * @param label the script's name in messages
 */
export async function compileScript(written: string, path: string, loader: Loader, label: string): Promise<Script> {
  const source = withAsyncRequires(written)
  const options = { loader, format: 'cjs', sourcemap: 'inline', sourcefile: path, target: TARGET } as const
  try {
    const { code, warnings } = await transform(source, { ...options, logLevel: 'silent' })
    const assignments = warnings.filter(({ id }) => id === 'assign-to-constant')
    if (assignments.length === 0) return { code, problems: [] }
    const edited = await transform(failingAssignments(source, assignments), { ...options, logLevel: 'silent' })
    return { code: edited.code, problems: assignments.map((message) => locate(message, label)) }
  } catch (error) {
    const problems = (error as TransformFailure).errors.map((message) => locate(message, label))
    return { code: failingModule(problems.join('\n')), problems }
  }
}
