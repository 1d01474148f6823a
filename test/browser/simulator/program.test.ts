import type { Page } from 'playwright-core'
import { useFixture } from './fixture'

const fixture = useFixture()
const { open, visible, tap, expectText, errors, seeError } = fixture

let page: Page
beforeEach(() => {
  page = fixture.page
})

describe('rendering', () => {
  test("resolves pictures of the package from the template's folder", async () => {
    await open()
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.packed img')?.naturalWidth === 24)
  })

  test('shows WXS results, lists, slots, behaviors and styles in their scopes', async () => {
    await open()
    await expectText('.count', '2 list Number')
    await expectText('[class*="title"]', '标题')
    expect(await visible('.item').allInnerTexts()).toEqual(['0:a', '1:b'])
    const size = await visible('.half').boundingBox()
    expect(size?.width).toBeCloseTo(187.5)
    expect(size?.height).toBeCloseTo((812 - 44) / 10)
    const card = visible('card')
    expect(await card.evaluate((node) => getComputedStyle(node).borderTopColor)).toBe('rgb(4, 5, 6)')
    // app.wxss does not apply to a component with isolated styles.
    const inside = card.locator('wx-view').first()
    expect(await inside.evaluate((node) => getComputedStyle(node).color)).not.toBe('rgb(1, 2, 3)')
    await tap('1+2')
    await expectText('.counted', 'counted 3')
  })

  test('serves the icon font', async () => {
    await open()
    await expectText('.count', '2')
    expect(await page.evaluate(() => document.fonts.load('16px vant-icon').then((fonts) => fonts.length))).toBe(1)
  })

  test('draws a phone on a wide screen', async () => {
    await page.setViewportSize({ width: 1200, height: 700 })
    await page.goto(fixture.simulator.url)
    const phone = page.frameLocator('#phone')
    await phone.locator('.phone-status').waitFor()
    await phone.getByText('打开表单').click()
    await phone.locator('.phone-page:not([hidden]) .phone-title', { hasText: '表单' }).waitFor()
    const box = await page.locator('#phone').boundingBox()
    expect(box?.height).toBeLessThanOrEqual(700)
  })
})

test('setData on a closed page is ignored', async () => {
  await open()
  await tap('打开表单')
  await visible('.name').waitFor()
  await page.locator('.phone-page:not([hidden]) .phone-back').click()
  await expectText('.count', '2')
  await page.waitForTimeout(300)
  // The fixture has one missing element, which is reported.
  expect(await errors().filter({ hasText: 'Cannot read' }).count()).toBe(0)
})

test('dragging with the mouse selects no text', async () => {
  await open()
  await expectText('.count', '2')
  const { x = 0, y = 0 } = (await visible('.count').boundingBox()) ?? {}
  await page.mouse.move(x + 2, y + 2)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 200)
  await page.mouse.up()
  expect(await page.evaluate(() => String(getSelection()))).toBe('')
})

describe('missing features', () => {
  test('are reported by the build', () => {
    const { apis, elements } = fixture.simulator.report
    expect(elements).toEqual([{ name: 'map', files: ['pages/home/index.wxml'] }])
    expect(apis.map(({ name }) => name)).toContain('startBluetoothDevicesDiscovery')
  })

  test('a missing element shows an error in its place', async () => {
    await open()
    await expectText('wx-map', '<map> is not available in the simulator')
  })

  test('a missing API throws when it is called', async () => {
    await open()
    await tap('没有的接口')
    await seeError('wx.startBluetoothDevicesDiscovery is not available in the simulator')
  })

  test('an error in the program is shown, and reaches App.onError', async () => {
    await open()
    await tap('出错')
    await seeError('故意出错')
    const seen = await page.evaluate('getApp().globalData.errors.length')
    expect(seen).toBeGreaterThan(0)
  })
})

describe('pages', () => {
  test('open and close with the back button', async () => {
    await open()
    await tap('打开表单')
    await expectText('.phone-title', '表单')
    expect(await page.evaluate('getCurrentPages().map(({ route }) => route)')).toEqual([
      'pages/home/index',
      'pages/form/index',
    ])
    await page.locator('.phone-page:not([hidden]) .phone-back').click()
    await expectText('.phone-title', '首页')
    expect(await page.evaluate('getCurrentPages()[0].selectComponent("#counter").data.shows')).toBe(2)
  })

  test('may close before their first layout', async () => {
    await open('files')
    // `wx` exists before the first page.
    await expectText('.phone-title', '文件')
    await page.evaluate("wx.navigateTo({ url: '/pages/form/index' }).then(() => wx.navigateBack())")
    await expectText('.phone-title', '文件')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await errors().allInnerTexts()).toEqual([])
  })
})
