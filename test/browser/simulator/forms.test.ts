import type { Page } from 'playwright-core'
import { useFixture } from './fixture'

const fixture = useFixture()
const { open, visible, tap, expectText } = fixture

let page: Page
beforeEach(() => {
  page = fixture.page
})

describe('forms', () => {
  test('receive typed text by events and model:value', async () => {
    await open()
    await tap('打开表单')
    const name = visible('.name input')
    expect(await name.inputValue()).toBe('张')
    await name.fill('李四')
    await visible('van-field input').first().fill('京A12345')
    await expectText('.live', '李四 京A12345')
    await visible('van-field input').nth(1).click()
    await expectText('.live', '李四 京A12345 1')
  })

  test('submit the value of every field', async () => {
    await open('form')
    await tap('乙')
    await expectText('.state', 'y')
    await tap('甲')
    await expectText('.state', 'x,y')
    await visible('wx-switch').click()
    await visible('.note textarea').fill('改了')
    await tap('3+1')
    await visible('wx-button').filter({ hasText: '提交' }).click()
    await expectText('.state', 'counter')
    expect(JSON.parse(await visible('.state').innerText())).toEqual({
      ...{ name: 'undefined', note: '改了', on: false, boxes: ['x', 'y'], radio: '1' },
      ...{ day: '2020-02-29', kind: null, counter: 4 },
    })
  })

  test('pick from wheels', async () => {
    await open('form')
    await visible('.kind').click()
    await page.getByRole('option', { name: '中型' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await expectText('.kind', '中型')
    await visible('.day').click()
    await page.getByRole('option', { name: '29日' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await expectText('.day', '2020-02-29')
  })
})

describe('vant', () => {
  test('dialog', async () => {
    await open()
    await tap('对话框')
    await visible('.van-dialog__confirm, [class*="dialog__confirm"]').first().click()
    await expectText('.result', 'yes')
  })

  test('popup with a picker', async () => {
    await open()
    await tap('弹出层')
    await visible('[class*="picker-column__item"]').filter({ hasText: '乙' }).click()
    await visible('[class*="picker__confirm"]').click()
    await expectText('.result', '乙')
    await visible('[class*="picker__confirm"]').waitFor({ state: 'hidden' })
  })
})
