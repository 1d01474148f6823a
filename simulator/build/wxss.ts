import { readFileSync } from 'node:fs'
import postcss, { type AtRule, CssSyntaxError, type Root, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { elementTag } from '../browser/elements/tag'
import { toBrowserUnits } from '../browser/runtime/units'
import { withChinese } from './fonts'
import { isFile, type Paths } from './paths'

export interface Sheet {
  /** Logical path of its component. */
  path: string
  /** Prefix of its class names; empty for none. */
  scope: string
}

const IMPORT = /@import\s+(?:url\(\s*)?['"]([^'"]+)['"]\s*\)?\s*;?/g
/** Where the simulator serves the icon font of vant, whose own style sheet loads it from a CDN. */
export const VANT_ICONS_URL = '/fonts/vant-icon.woff2'

/** The imports that cannot be laid in are told, and left out. */
function withImports(paths: Paths, path: string, importedFrom: string[], report: (message: string) => void): string {
  const file = `${paths.absolute(path)}.wxss`
  if (!isFile(file)) {
    report(`${importedFrom.at(-1) ?? path}.wxss: imports "${path}.wxss", which does not exist`)
    return ''
  }
  if (importedFrom.includes(path)) {
    report(`${path}.wxss: imports itself (${[...importedFrom, path].join(' > ')})`)
    return ''
  }
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return css.replace(IMPORT, (_, target: string) =>
    withImports(paths, paths.resolve(path, target, '').replace(/\.wxss$/, ''), [...importedFrom, path], report),
  )
}

/** An empty sheet where it cannot be parsed. */
function parse(css: string, path: string, report: (message: string) => void): Root {
  try {
    return postcss.parse(css, { from: `${path}.wxss` })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const { line, reason } = error
    report(`${path}.wxss:${line ?? 1}: ${reason}`)
    return postcss.root()
  }
}

const hostOf = (scope: string): selectorParser.Attribute =>
  selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: scope, quoteMark: null, raws: {} })

const scopeSelectors = (scope: string, elements: ReadonlySet<string>) =>
  selectorParser((root) => {
    root.walkClasses((node) => {
      if (scope) node.value = `${scope}--${node.value}`
    })
    root.walkTags((node) => {
      if (elements.has(node.value)) node.value = elementTag(node.value)
    })
    root.walkPseudos((node) => {
      if (node.value === ':host') node.replaceWith(hostOf(scope))
    })
  })

const inKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')

/**
 * One style sheet of the program as the browser's CSS; empty where the component has none.
 *
 * @param elements names of WeChat's elements, which tag selectors may name.
 * @param report is called with what is wrong with the sheet, the file's name in it: the rest of it is there.
 */
export function wxssToCss(
  paths: Paths,
  { path, scope }: Sheet,
  elements: ReadonlySet<string>,
  report: (message: string) => void,
): string {
  if (!isFile(`${paths.absolute(path)}.wxss`)) return ''
  const root = parse(withImports(paths, path, [], report), path, report)
  const selectors = scopeSelectors(scope, elements)
  root.walkDecls((declaration) => {
    declaration.value = toBrowserUnits(declaration.value)
  })
  root.walkRules((rule) => {
    rule.walkDecls('font-family', (declaration) => {
      declaration.value = withChinese(declaration.value)
    })
  })
  root.walkAtRules('media', (rule) => {
    rule.params = rule.params.replace(/([\d.]+)rpx\b/g, (_, count: string) => `${Number(count) / 2}px`)
  })
  root.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('vant-icon')) return
    rule.walkDecls('src', (declaration) => {
      declaration.value = `url(${VANT_ICONS_URL}) format("woff2")`
    })
  })
  root.walkRules((rule) => {
    if (!inKeyframes(rule)) rule.selector = selectors.processSync(rule.selector)
  })
  return root.toString()
}
