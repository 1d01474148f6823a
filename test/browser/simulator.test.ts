import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium'
import { type Simulator, startSimulator } from '../../simulator/server'

const PHONE = { viewport: { width: 375, height: 812 } }
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const SAMPLE = { name: 'car.jpg', text: /^\d+ jpeg \d+x\d+ up$/ }

/** Stands in for the cloud half: knows one function and keeps nothing. */
const cloud: FastifyPluginAsync = (server) => {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body)
  })
  server.put('/files/*', (request) => ({ fileID: `cloud://test/${(request.params as { '*': string })['*']}` }))
  server.post('/functions/echo', (request) => ({ result: { echo: request.body }, requestID: '1' }))
  return Promise.resolve()
}

let simulator: Simulator
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  // The browser first: where none runs, nothing is left that would keep the tests from ending.
  browser = await launchChromium({ args: FAKE_CAMERA })
  simulator = await startSimulator({ miniprogramDir: join(__dirname, '../simulator/fixture'), cloud })
})
afterAll(async () => {
  await browser.close()
  await simulator.close()
})
beforeEach(async () => {
  context = await browser.newContext(PHONE)
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
})
afterEach(async () => {
  await context.close()
})

const open = (route = ''): Promise<unknown> => page.goto(`${simulator.url}/app/${route && `#/pages/${route}/index`}`)
const visible = (selector: string) => page.locator(`.phone-page:not([hidden]) ${selector}`)
const tap = (text: string): Promise<void> => visible(`:text-is("${text}")`).first().click()
const expectText = (selector: string, text: string | RegExp) =>
  visible(selector).filter({ hasText: text }).first().waitFor()
const errors = () => page.locator('.phone-error')

describe('rendering', () => {
  test('shows pictures of the package, from where the template lies', async () => {
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
    // app.wxss does not reach into a component with isolated styles.
    const inside = card.locator('wx-view').first()
    expect(await inside.evaluate((node) => getComputedStyle(node).color)).not.toBe('rgb(1, 2, 3)')
    await tap('1+2')
    await expectText('.counted', 'counted 3')
  })

  test('serves the font of the icons itself', async () => {
    await open()
    await expectText('.count', '2')
    expect(await page.evaluate(() => document.fonts.load('16px vant-icon').then((fonts) => fonts.length))).toBe(1)
  })

  test('is drawn as a phone on a wide screen', async () => {
    await page.setViewportSize({ width: 1200, height: 700 })
    await page.goto(simulator.url)
    const phone = page.frameLocator('#phone')
    await phone.locator('.phone-status').waitFor()
    await phone.getByText('打开表单').click()
    await phone.locator('.phone-page:not([hidden]) .phone-title', { hasText: '表单' }).waitFor()
    const box = await page.locator('#phone').boundingBox()
    expect(box?.height).toBeLessThanOrEqual(700)
  })
})

describe('what is missing', () => {
  test('is reported by the build', () => {
    const { apis, elements } = simulator.report
    expect(elements).toEqual([{ name: 'map', files: ['pages/home/index.wxml'] }])
    expect(apis.map(({ name }) => name)).toContain('startBluetoothDevicesDiscovery')
  })

  test('an element says so in its place', async () => {
    await open()
    await expectText('wx-map', '<map> is not available in the simulator')
  })

  test('an API says so when it is called', async () => {
    await open()
    await tap('没有的接口')
    await errors().filter({ hasText: 'wx.startBluetoothDevicesDiscovery is not available in the simulator' }).waitFor()
  })

  test('an error in the program is shown, and reaches App.onError', async () => {
    await open()
    await tap('出错')
    await errors().filter({ hasText: '故意出错' }).waitFor()
    const seen = await page.evaluate('getApp().globalData.errors.length')
    expect(seen).toBeGreaterThan(0)
  })
})

describe('pages', () => {
  test('open, and close by the back button', async () => {
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

  test('may close before they were ever laid out', async () => {
    await open('files')
    // `wx` is there before the first page is.
    await expectText('.phone-title', '文件')
    await page.evaluate("wx.navigateTo({ url: '/pages/form/index' }).then(() => wx.navigateBack())")
    await expectText('.phone-title', '文件')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await errors().allInnerTexts()).toEqual([])
  })
})

describe('forms', () => {
  test('take what is typed, by events and by model:value', async () => {
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

describe('album and privacy', () => {
  test('a refusal of the privacy guide fails chooseMedia with 104', async () => {
    await open()
    await tap('选照片')
    await tap('拒绝')
    await expectText('.result', '"errno":104')
  })

  test('a sample comes after agreement, which is remembered', async () => {
    await open()
    await tap('选照片')
    await tap('同意')
    await page.getByRole('button', { name: SAMPLE.name }).click()
    await expectText('.result', SAMPLE.text)
    // The album is a page of WeChat's: the program was in the background meanwhile.
    expect(await page.evaluate('getApp().globalData.shows')).toBe(2)
    await page.reload()
    await tap('选照片')
    await page.getByRole('button', { name: '取消 Cancel' }).click()
    await expectText('.result', 'chooseMedia:fail cancel')
  })

  test('any file of the computer may be chosen', async () => {
    await open()
    await tap('选照片')
    await tap('同意')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '从电脑选择 Choose a file' }).click()
    await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
    await expectText('.result', '10')
  })
})

describe('files', () => {
  test('a drawing is saved in USER_DATA_PATH and outlives the window, as storage does', async () => {
    await open('files')
    await expectText('.state', 'nothing kept')
    await tap('保存')
    await expectText('.state', 'jpeg 40x20 ffd8')
    await page.reload()
    await expectText('.state', 'kept true')
    expect(
      await visible('.saved img').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(40)
  })

  test('go to the cloud with progress; functions answer', async () => {
    await open('files')
    await tap('保存')
    await expectText('.state', 'jpeg')
    await tap('上传')
    await expectText('.state', 'cloud://test/photos/1.jpg 100')
    await tap('调用')
    await expectText('.state', '{"echo":{"a":1}}')
  })

  test('without a network the cloud fails with -1', async () => {
    await open('files')
    await expectText('.state', 'nothing')
    await context.setOffline(true)
    await tap('调用')
    await expectText('.state', '"errCode":-1')
    await expectText('.state', 'cloud.callFunction:fail')
  })
})

describe('camera', () => {
  const agree = (): Promise<void> => page.getByRole('button', { name: '同意 Agree' }).click()

  test('gives frames and photos', async () => {
    await open('camera')
    await agree()
    await expectText('.state', 'frame 288 true')
    await tap('拍照')
    await expectText('.state', 'photo jpeg')
  })

  test('once refused stays refused until the settings allow it', async () => {
    await page.addInitScript(() => {
      const refuse = (): Promise<never> => Promise.reject(new DOMException('', 'NotAllowedError'))
      if (!sessionStorage.getItem('allowed')) navigator.mediaDevices.getUserMedia = refuse
    })
    await open('camera')
    await agree()
    await expectText('.state', 'insertCamera:fail auth deny')
    await page.evaluate(() => {
      sessionStorage.setItem('allowed', 'yes')
    })
    await page.reload()
    await expectText('.state', 'insertCamera:fail auth deny')
    await tap('设置')
    await page.getByRole('switch', { name: '摄像头 Camera' }).click()
    await page.getByRole('button', { name: '返回 Back' }).last().click()
    await expectText('.state', '{"scope.camera":true}')
    await tap('重开')
    await expectText('.state', 'frame 288 true')
  })
})
