import { type Loader, type Message, transform, type TransformFailure } from 'esbuild'
import MagicString from 'magic-string'

export const TARGET = 'es2022'

export interface Script {
  /** CommonJS, with its source map inside. */
  code: string
  /** What is wrong with the source; the code fails with it when it comes to that. */
  problems: string[]
}

/** A module that fails with this message when it is required. */
export const failingModule = (message: string): string => `throw new Error(${JSON.stringify(message)})`

const READ_ONLY = '__readOnly'
const READ_ONLY_FUNCTION = `function ${READ_ONLY}(name) { throw new TypeError('Assignment to constant variable "' + name + '".') }`

const placeOf = ({ text, location }: Message, label: string): string =>
  `${label}${location ? `:${location.line}` : ''}: ${text}`

/** Bundling refuses assignments to constants; WeChat's compiler turns each into an error of the statement itself. */
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

/** All packages are in one bundle: a module of another one is there, and comes as a promise nevertheless. */
const withAsyncRequires = (source: string): string =>
  source.replace(ASYNC_REQUIRE, (_, path: string) => `Promise.resolve().then(() => require(${path}))`)

/**
 * In WeChat every script is a CommonJS module, whatever it is written as: programs rely on it that `export` and
 * `module.exports` go together in one file. A script that cannot be parsed becomes a module that fails when it is
 * required.
 *
 * @param label how messages name the script
 */
export async function compileScript(written: string, path: string, loader: Loader, label: string): Promise<Script> {
  const source = withAsyncRequires(written)
  const options = { loader, format: 'cjs', sourcemap: 'inline', sourcefile: path, target: TARGET } as const
  try {
    const { code, warnings } = await transform(source, { ...options, logLevel: 'silent' })
    const assignments = warnings.filter(({ id }) => id === 'assign-to-constant')
    if (assignments.length === 0) return { code, problems: [] }
    const edited = await transform(failingAssignments(source, assignments), { ...options, logLevel: 'silent' })
    return { code: edited.code, problems: assignments.map((message) => placeOf(message, label)) }
  } catch (error) {
    const problems = (error as TransformFailure).errors.map((message) => placeOf(message, label))
    return { code: failingModule(problems.join('\n')), problems }
  }
}
