import { runInNewContext } from 'node:vm'
import { WXS_RUNTIME, wxsRequires, wxsToJavaScript } from '../../../simulator/build/wxs'

const run = (wxs: string): unknown =>
  JSON.parse(runInNewContext(`${WXS_RUNTIME};JSON.stringify(${wxsToJavaScript(`(function(){${wxs}})()`)})`) as string)

test.each([
  ['[]', 'Array'],
  ['({})', 'Object'],
  ["'s'", 'String'],
  ['(1)', 'Number'],
  ['true', 'Boolean'],
  ['(function(){})', 'Function'],
  ['getDate()', 'Date'],
  ["getRegExp('a')", 'RegExp'],
])('%s.constructor is %s', (value, type) => {
  expect(run(`return ${value}.constructor`)).toBe(type)
})

test('constructor works on calls and members', () => {
  expect(run('var a = { b: [1] }; return a.b.constructor')).toBe('Array')
})

test('getRegExp takes backslashes literally', () => {
  expect(run(String.raw`return 'a1b22'.replace(getRegExp('\d+', 'g'), '#')`)).toBe('a#b#')
})

test('the extension of required paths is dropped', () => {
  const source = "var a = require('./a.wxs'); var b = require('/b.wxs')"
  expect(wxsToJavaScript(source)).toBe('var a = require("./a"); var b = require("/b")')
  expect(wxsRequires(source)).toEqual(['./a.wxs', '/b.wxs'])
})

test('words reserved only in JavaScript may be names', () => {
  expect(run('var class = { class: 1 }; return class.class')).toBe(1)
})

test('invalid WXS is an error', () => {
  expect(() => wxsToJavaScript('var = 1')).toThrow(SyntaxError)
})
