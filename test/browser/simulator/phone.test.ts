import { readFile } from 'node:fs/promises'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { useFixture } from './fixture'

const fixture = useFixture()
const { open, visible, tap, expectText } = fixture

let page: Page
beforeEach(() => {
  page = fixture.page
})

/** Opens the fixture's page of phone settings with URL parameters. */
const openWith = (query: string): Promise<unknown> =>
  page.goto(`${fixture.simulator.url}/app/?${query}#/pages/phone/index`)

const color = (locator: Locator, name: string): Promise<string> =>
  locator.evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name)

describe('settings', () => {
  test('default to Chinese, light and the standard text size', async () => {
    await open('phone')
    await expectText('.base', 'zh_CN light 16 1')
    expect(await color(visible('.base'), 'color')).toBe('rgb(10, 10, 10)')
    expect(await color(visible('.phone-nav'), 'background-color')).toBe('rgb(250, 250, 250)')
  })

  test('are reported to the program', async () => {
    await openWith('language=en&theme=dark&text=150')
    await expectText('.base', 'en dark 24 1.5')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  test('a dark theme changes style sheets and the bar', async () => {
    await openWith('theme=dark')
    expect(await color(visible('.base'), 'color')).toBe('rgb(240, 240, 240)')
    expect(await color(visible('.phone-nav'), 'background-color')).toBe('rgb(17, 17, 17)')
    expect(await color(visible('.phone-title'), 'color')).toBe('rgb(255, 255, 255)')
  })

  test('rem follows the text size if the page asks for it', async () => {
    await openWith('text=200')
    await expectText('.base', '32 2')
    expect(await visible('.rem').boundingBox()).toMatchObject({ width: 64, height: 32 })
    expect(await visible('page').evaluate((node) => getComputedStyle(node).getPropertyValue('--from-meta'))).toBe('1')
  })
})

describe('device frame', () => {
  let phone: FrameLocator
  beforeEach(async () => {
    phone = page.frameLocator('#phone')
    await page.setViewportSize({ width: 1300, height: 1100 })
    await page.goto(`${fixture.simulator.url}/#/pages/phone/index`)
    await phone.getByText('zh_CN light 16 1').waitFor()
  })
  const control = (name: string): Locator => page.getByLabel(name)

  test('changes the theme while the program runs', async () => {
    await control('深色 Dark').check()
    await phone.locator('.changed').getByText('dark').waitFor()
    expect(await color(phone.locator('.base'), 'color')).toBe('rgb(240, 240, 240)')
    expect(await color(phone.locator('.phone-nav'), 'background-color')).toBe('rgb(17, 17, 17)')
    await control('深色 Dark').uncheck()
    await phone.locator('.changed').getByText('light').waitFor()
    expect(await color(phone.locator('.base'), 'color')).toBe('rgb(10, 10, 10)')
  })

  test('restarts the program with another language or text size, and updates the URL', async () => {
    await control('语言 Language').selectOption('en')
    await phone.getByText('en light 16 1').waitFor()
    await control('字号 Text size').selectOption('150')
    await phone.getByText('en light 24 1.5').waitFor()
    expect(new URL(page.url()).search).toBe('?language=en&text=150')
    await page.reload()
    await phone.getByText('en light 24 1.5').waitFor()
  })

  test('offers phones of several sizes and a tablet', async () => {
    await control('屏幕 Screen').selectOption('320')
    await phone.getByText('320 portrait portrait').waitFor()
    await control('屏幕 Screen').selectOption('768')
    await phone.getByText('768 portrait portrait').waitFor()
  })

  test('rotates only pages that allow it', async () => {
    await control('横屏 Landscape').check()
    await phone.getByText('812 landscape landscape').waitFor()
    await page.goto(`${fixture.simulator.url}/?landscape#/pages/elements/index`)
    await page.getByText('This page does not turn').waitFor()
    expect(await page.locator('#phone').evaluate(({ clientWidth }) => clientWidth)).toBe(375)
  })

  test('has a safe area at the bottom', async () => {
    expect(await phone.locator('.safe').evaluate(({ offsetHeight }: HTMLElement) => offsetHeight)).toBe(34)
    const safeArea = await phone.locator('body').evaluate(() => {
      const { wx } = globalThis as unknown as { wx: { getWindowInfo: () => { safeArea: object } } }
      return wx.getWindowInfo().safeArea
    })
    expect(safeArea).toEqual({ left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 })
  })
})

test('the phone fills a narrow window, whatever the settings', async () => {
  await page.goto(`${fixture.simulator.url}/?language=en#/pages/phone/index`)
  const phone = page.frameLocator('#phone')
  await phone.getByText('en light 16 1').waitFor()
  expect((await page.locator('#phone').boundingBox())?.width).toBe(375)
})

describe('keyboard', () => {
  test('appears on focus, moves the page up and is reported', async () => {
    await openWith('keyboard')
    await visible('.low input').click()
    await expectText('.keyboard', '300')
    await expectText('.focus', 'focus 300 change 300')
    const field = await visible('.low').boundingBox()
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(812 - 300 - 20)
    await visible('.focus').click()
    await expectText('.keyboard', '0')
    await expectText('.focus', 'change 0')
  })

  test('does not appear unless it is enabled', async () => {
    await open('phone')
    await visible('.low input').click()
    await expectText('.focus', 'focus 0')
    expect(await page.locator('.phone-keyboard').count()).toBe(0)
  })
})

describe('copying and sharing', () => {
  test('a copied text is in the clipboard, and a toast says so', async () => {
    await fixture.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open('phone')
    await tap('复制')
    await page.getByRole('button', { name: '同意 Agree' }).click()
    await page.getByText('内容已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('京A12345')
  })

  test('a shared file is downloaded unchanged', async () => {
    await open('phone')
    await tap('转发')
    await page.getByText('行驶证.csv').waitFor()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '文件传输助手 File Transfer' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('行驶证.csv')
    expect(await readFile(await download.path(), 'utf8')).toBe('\uFEFF号牌\r\n京A12345')
    await expectText('.shared', 'shareFileMessage:ok')
  })

  test('going back shares nothing', async () => {
    await open('phone')
    await tap('转发')
    await page.getByRole('button', { name: '返回 Back' }).last().click()
    await expectText('.shared', 'shareFileMessage:fail cancel')
  })
})

describe('leaving a page', () => {
  beforeEach(async () => {
    await open()
    await expectText('.count', '2')
    await page.evaluate("wx.navigateTo({ url: '/pages/phone/index' })")
    await expectText('.phone-title', '手机')
    await tap('先问')
  })

  test('asks if the page wants it, and can be canceled', async () => {
    await page.locator('.phone-page:not([hidden]) .phone-back').click()
    await page.getByText('还没有保存').waitFor()
    await page.getByRole('button', { name: '取消' }).click()
    await expectText('.phone-title', '手机')
    await page.locator('.phone-page:not([hidden]) .phone-back').click()
    await page.getByRole('button', { name: '确定' }).click()
    await expectText('.phone-title', '首页')
  })

  test('asks even if the program leaves', async () => {
    await tap('离开')
    await page.getByRole('button', { name: '取消' }).click()
    await expectText('.shared', 'navigateBack:fail cancel')
  })
})

describe('limits of WeChat', () => {
  beforeEach(async () => {
    await open('phone')
    await expectText('.phone-title', '手机')
  })

  test('a button of a modal holds four Chinese characters, or eight Latin letters', async () => {
    const modal = (options: string): Promise<{ errMsg: string }> =>
      page.evaluate(`new Promise((complete) => wx.showModal({ ${options}, complete }))`)
    expect((await modal("confirmText: '一二三四五'")).errMsg).toBe(
      'showModal:fail confirmText length should not larger than 4 Chinese characters',
    )
    expect((await modal("cancelText: 'Keep going'")).errMsg).toMatch(/cancelText length/)
    const answered = modal("confirmText: 'Continue'")
    await page.getByRole('button', { name: 'Continue' }).click()
    expect((await answered).errMsg).toBe('showModal:ok')
  })

  test('an action sheet has six items', async () => {
    const { errMsg } = await page.evaluate<{ errMsg: string }>(
      "new Promise((complete) => wx.showActionSheet({ itemList: ['1', '2', '3', '4', '5', '6', '7'], complete }))",
    )
    expect(errMsg).toBe('showActionSheet:fail parameter error: itemList should not be large than 6')
  })

  test('a toast with an icon has seven Chinese characters', async () => {
    await page.evaluate("wx.showToast({ title: '一二三四五六七八' })")
    expect(await page.getByRole('status').innerText()).toBe('一二三四五六七')
    await page.evaluate("wx.showToast({ title: '一二三四五六七八', icon: 'none' })")
    expect(await page.getByRole('status').innerText()).toBe('一二三四五六七八')
  })

  test('storage reports its size, and is full at 10 MB', async () => {
    const sizes = await page.evaluate<[number, number]>(`(() => {
      wx.clearStorageSync()
      wx.setStorageSync('a', 'x'.repeat(100 * 1024))
      const { currentSize, limitSize } = wx.getStorageInfoSync()
      return [currentSize, limitSize]
    })()`)
    expect(sizes).toEqual([expect.closeTo(100, 0) as number, 10240])
    const failure = await page.evaluate<string>(`(() => {
      try {
        for (let key = 0; key < 12; key++) wx.setStorageSync('k' + key, 'x'.repeat(1000 * 1024))
      } catch (error) {
        return error.errMsg ?? error.message
      }
    })()`)
    expect(failure).toBe('setStorageSync:fail exceed storage max size 10Mb')
  })
})
