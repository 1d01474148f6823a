import { dirname, join } from 'node:path'
import ts from 'typescript'
import { MINIPROGRAM, ROOT } from '../paths'
import { pathBetween, placeOf } from './places'

const SPECIFIER = /((?:from|import\()\s*["'])(\.[^"']+)(["'])/g

/** Type declarations of the packed folder: content by path. */
export function declarationsOf(script: string): Map<string, string> {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT)
  const program = ts.createProgram([script], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: MINIPROGRAM,
    outDir: MINIPROGRAM,
  })
  const found = new Map<string, string>()
  program.emit(undefined, (path, text) => {
    const moved = text.replace(SPECIFIER, (_, before: string, target: string, after: string) => {
      const source = join(dirname(path), target)
      return `${before}${pathBetween(path, source)}${after}`
    })
    found.set(placeOf(path), moved)
  })
  return found
}
