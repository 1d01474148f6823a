import { readFileSync } from 'node:fs'
import postcss, { AtRule, CssSyntaxError, type Root, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { elementTag } from '../browser/elements/tag'
import { toBrowserUnits } from '../browser/runtime/units'
import { withChinese } from './fonts'
import { isFile, type Paths } from './paths'

interface Sheet {
  /** Logical path of its component. */
  path: string
  /** Prefix of its class names; may be empty. */
  scope: string
}

const IMPORT = /@import\s+(?:url\(\s*)?['"]([^'"]+)['"]\s*\)?\s*;?/g
/** vant's style sheet loads its icon font from a CDN; the simulator serves it here. */
const VANT_ICONS_URL = '/fonts/vant-icon.woff2'

/** Inlines `@import`s; reports and drops those that cannot be resolved. */
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

/** Reports a sheet that cannot be parsed and returns an empty one. */
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

const inKeyframes = (rule: Rule): boolean => rule.parent instanceof AtRule && rule.parent.name.endsWith('keyframes')

/**
 * Converts a style sheet to the browser's CSS; empty if the component has none.
 *
 * @param elements the WeChat elements, for tag selectors
 * @param report gets each error with the file's name; the rest of the sheet is converted
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
