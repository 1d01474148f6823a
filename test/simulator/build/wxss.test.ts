import { Paths } from '../../../simulator/build/paths'
import { wxssToCss } from '../../../simulator/build/wxss'
import { folderOf } from './folder'

const ELEMENTS = new Set(['view', 'button'])

const problems: string[] = []
beforeEach(() => {
  problems.length = 0
})

const convert = (wxss: string, scope = '', others: Record<string, string> = {}): string =>
  wxssToCss(new Paths(folderOf({ 'a.wxss': wxss, ...others })), { path: 'a', scope }, ELEMENTS, (problem) =>
    problems.push(problem),
  )

test('rpx is 1/750 of the width, vh 1 % of the page', () => {
  expect(convert('.a { width: 75rpx; margin: -.5rpx 10px; height: 50vh }')).toBe(
    '.a { width: calc(var(--rpx) * 75); margin: calc(var(--rpx) * -.5) 10px; height: 50cqh }',
  )
})

test("the safe area is the simulated phone's", () => {
  expect(convert('.a { bottom: calc(8px + env(safe-area-inset-bottom)); top: constant(safe-area-inset-top) }')).toBe(
    '.a { bottom: calc(8px + var(--safe-bottom)); top: var(--safe-top) }',
  )
})

test('media queries convert rpx for a 375 px screen', () => {
  expect(convert('@media (min-width: 750rpx) { .a { top: 0 } }')).toContain('(min-width: 375px)')
})

test('classes get the scope, :host selects the component', () => {
  expect(convert(':host .a > .b:not(.c) { top: 0 }', 'c1')).toBe('[wx-host=c1] .c1--a > .c1--b:not(.c1--c) { top: 0 }')
})

test("element selectors use the browser's tags; page stays", () => {
  expect(convert('page view, button.a { top: 0 }')).toBe('page wx-view, wx-button.a { top: 0 }')
})

test('every font has a Chinese fallback, as on a phone', () => {
  expect(convert('.a { font-family: Menlo, sans-serif }')).toBe(
    ".a { font-family: Menlo, 'Noto Sans SC Variable', sans-serif }",
  )
  expect(convert('.a { font-family: Georgia }')).toBe(".a { font-family: Georgia, 'Noto Sans SC Variable' }")
  expect(convert('.a { font-family: sans-serif }')).toBe(".a { font-family: 'Noto Sans SC Variable', sans-serif }")
  expect(convert('.a { font-family: var(--font) }')).toBe('.a { font-family: var(--font) }')
  expect(convert('@font-face { font-family: icons }')).toBe('@font-face { font-family: icons }')
})

test('keyframe selectors are left alone', () => {
  const css = '@keyframes x { from { top: 0 } 50% { top: 1px } }'
  expect(convert(css, 'c1')).toBe(css)
})

test('imports are inlined, relative to the importing file', () => {
  const others = { 'b/b.wxss': "@import 'c.wxss'; .b { top: 0 }", 'b/c.wxss': '.c { top: 1rpx }' }
  expect(convert("@import './b/b.wxss';", '', others)).toBe('.c { top: calc(var(--rpx) * 1) } .b { top: 0 }')
})

test("vant's icon font is served locally", () => {
  const css = convert('@font-face { font-family: vant-icon; src: url(//at.alicdn.com/a.woff2) }')
  expect(css).not.toContain('alicdn')
  expect(css).toContain('/fonts/vant-icon.woff2')
})

test('a missing import is reported with the importing file, and the rest is kept', () => {
  expect(convert("@import 'b.wxss'; .a { top: 0 }").trim()).toBe('.a { top: 0 }')
  expect(problems).toEqual([expect.stringMatching(/^a\.wxss: imports .*b\.wxss.*does not exist/)])
})

test('a circular import is reported', () => {
  convert("@import 'b.wxss';", '', { 'b.wxss': "@import 'a.wxss';" })
  expect(problems).toEqual([expect.stringMatching(/imports itself/)])
})

test('a parse error is reported with its line', () => {
  expect(convert('.a {\n  top: 0')).toBe('')
  expect(problems).toEqual([expect.stringMatching(/^a\.wxss:1: /)])
})
