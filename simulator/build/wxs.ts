import { type CallExpression, type MemberExpression, parse, type Program } from 'acorn'
import { full, simple } from 'acorn-walk'
import MagicString from 'magic-string'

/** What WXS adds to JavaScript; `constructor` is a string there. */
export const WXS_RUNTIME = `
var getRegExp=function(source,flags){return new RegExp(source,flags)};
var getDate=function(){return new(Function.prototype.bind.apply(Date,[null].concat([].slice.call(arguments))))()};
var __constructorOf=function(value){
  if(value===null||value===undefined)return undefined;
  var name=Object.prototype.toString.call(value).slice(8,-1);
  return name==='AsyncFunction'?'Function':name};
`

/** Reserved in JavaScript, but valid names in WXS. */
const FREE_WORDS = new Set(['class', 'const', 'enum', 'export', 'extends', 'import', 'super'])

/** A module with such names parses only as ECMAScript 5. */
function parseWxs(source: string): Program {
  try {
    return parse(source, { ecmaVersion: 2020, sourceType: 'script' })
  } catch (error) {
    try {
      return parse(source, { ecmaVersion: 5, sourceType: 'script', allowReserved: true })
    } catch {
      throw error
    }
  }
}

/**
 * Converts a WXS module to JavaScript. In WXS `x.constructor` is the type's name, backslashes in getRegExp's pattern are
 * not escapes, and `require` paths have their extension.
 *
 * @throws SyntaxError if the source cannot be parsed
 */
export function wxsToJavaScript(source: string): string {
  const output = new MagicString(source)
  const program = parseWxs(source)
  full(program, (node) => {
    if (node.type === 'Identifier' && FREE_WORDS.has(node.name)) output.appendLeft(node.end, '_')
  })
  simple(program, {
    MemberExpression({ computed, property, start, end }: MemberExpression) {
      if (computed || property.type !== 'Identifier' || property.name !== 'constructor') return
      output.appendRight(start, '__constructorOf(').overwrite(source.lastIndexOf('.', property.start), end, ')')
    },
    CallExpression({ callee, arguments: [first] }: CallExpression) {
      if (callee.type !== 'Identifier' || first?.type !== 'Literal' || typeof first.value !== 'string') return
      const written = source.slice(first.start + 1, first.end - 1)
      if (callee.name === 'require') output.overwrite(first.start, first.end, JSON.stringify(stripWxs(first.value)))
      if (callee.name === 'getRegExp') output.overwrite(first.start, first.end, JSON.stringify(written))
    },
  })
  return output.toString()
}

export const stripWxs = (path: string): string => path.replace(/\.wxs$/, '')

/** The unresolved paths that a WXS module requires. */
export const wxsRequires = (source: string): string[] =>
  [...source.matchAll(/\brequire\(\s*['"](.+?)['"]\s*\)/g)].flatMap((match) => match[1] ?? [])
