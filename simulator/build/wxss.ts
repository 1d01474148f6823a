import { readFileSync } from 'node:fs'
import postcss, { type AtRule, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { toBrowserUnits } from '../browser/runtime/units'
import { withChinese } from './fonts'
import { isFile, type Paths } from './paths'
import { elementTag } from './tags'

export interface Sheet {
  /** Logical path of its component. */
  path: string
  /** Prefix of its class names; empty for none. */
  scope: string
}

const IMPORT = /@import\s+(?:url\(\s*)?['"]([^'"]+)['"]\s*\)?\s*;?/g
/** Where the simulator serves the icon font of vant, whose own style sheet loads it from a CDN. */
export const VANT_ICONS_URL = '/fonts/vant-icon.woff2'

function withImports(paths: Paths, path: string, trail: string[]): string {
  const file = `${paths.absolute(path)}.wxss`
  if (!isFile(file)) throw new Error(`${trail.at(-1) ?? path}.wxss: imports "${path}.wxss", which does not exist`)
  if (trail.includes(path)) throw new Error(`${path}.wxss: imports itself (${[...trail, path].join(' > ')})`)
  const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return css.replace(IMPORT, (_, target: string) =>
    withImports(paths, paths.resolve(path, target, '').replace(/\.wxss$/, ''), [...trail, path]),
  )
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
 * @throws Error naming the file where an import is missing or the CSS cannot be parsed.
 */
export function wxssToCss(paths: Paths, { path, scope }: Sheet, elements: ReadonlySet<string>): string {
  if (!isFile(`${paths.absolute(path)}.wxss`)) return ''
  const root = postcss.parse(withImports(paths, path, []), { from: `${path}.wxss` })
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
