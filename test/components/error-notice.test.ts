import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test.each(Object.entries(ERRORS))('%s is said in both languages', (_, message) => {
  const { dom } = render('error-notice', { message })
  expect(textOf(dom)).toBe(message.zh + message.en)
})

test('WeChat’s own number is there for whoever runs the service', () => {
  const { dom } = render('error-notice', { message: ERRORS.NOT_AUTHORIZED, wechatCode: 48001 })
  expect(textOf(dom)).toContain('48001')
})
