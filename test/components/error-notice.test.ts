import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test.each(Object.entries(ERRORS))('%s is said in both languages', (_, message) => {
  const { dom } = render('error-notice', { message })
  expect(textOf(dom)).toBe(message.zh + message.en)
})

test('WeChat’s own number is there for whoever runs the service', () => {
  const message = { zh: '识别服务还没有设置好', en: 'The recognition service is not set up' }
  expect(textOf(render('error-notice', { message, wechatCode: 48001 }).dom)).toContain('48001')
  expect(textOf(render('error-notice', { message }).dom)).not.toContain('错误码')
})
