import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test('shows the message, without a number if there is none', () => {
  const { dom } = render('error-notice', { message: '网络不通，照片还在。' })
  expect(textOf(dom)).toBe('网络不通，照片还在。')
})

test('shows WeChat’s error number', () => {
  const { dom } = render('error-notice', { message: '识别服务还没有设置好', wechatCode: 48001 })
  expect(textOf(dom)).toContain('微信错误码: 48001')
})
