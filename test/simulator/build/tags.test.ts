import { elementTag } from '../../../simulator/browser/elements/tag'
import { rewriteTags } from '../../../simulator/build/tags'

const rename = (tag: string): string => (tag.startsWith('van-') ? tag : elementTag(tag))

test('renames opening and closing tags of elements, but no components or language tags', () => {
  const wxml = '<view a="1"><van-icon/><block wx:if="{{x}}"><text>t</text></block><slot name="s"/></view>'
  expect(rewriteTags(wxml, rename)).toBe(
    '<wx-view a="1"><van-icon/><block wx:if="{{x}}"><wx-text>t</wx-text></block><slot name="s"/></wx-view>',
  )
})

test.each([
  ['comments', '<!-- <view> -->'],
  ['expressions', "{{ a <view ? '<text>' : b }}"],
  ['scripts', '<wxs module="m">var a = b <view && c</wxs>'],
])('leaves %s alone', (_, wxml) => {
  expect(rewriteTags(wxml, rename)).toBe(wxml)
})

test('a script of another file does not hide what follows', () => {
  const wxml = '<wxs src="a.wxs" module="a" /><view/><wxs module="b">1</wxs>'
  expect(rewriteTags(wxml, rename)).toBe('<wxs src="a.wxs" module="a" /><wx-view/><wxs module="b">1</wxs>')
})
