import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test.each(Object.entries(ERRORS))('%s is said in both languages', (_, message) => {
  const { dom } = render('error-notice', { message })
  expect(textOf(dom)).toBe(message.zh + message.en)
})
