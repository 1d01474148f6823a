import { startApp } from './world'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../../scripts/chromium'
import { packScanner } from '../../scripts/pack-scanner/pack'
import { ROOT } from '../../scripts/paths'
import type { LocalApp } from '../../scripts/start/local-app'
import { expectedForm, Phone } from './phone'

/** The example of a program that has the scanner in it, and the scanner as it is packed today. */
const folder = mkdtempSync(join(tmpdir(), 'host-'))
const host = join(folder, 'host')

let app: LocalApp
let browser: Awaited<ReturnType<typeof launchChromium>>
let phone: Phone

beforeAll(async () => {
  await packScanner(folder)
  cpSync(join(ROOT, 'examples/host'), host, { recursive: true })
  cpSync(join(folder, 'scanner'), join(host, 'scanner'), { recursive: true })
  browser = await launchChromium()
  app = await startApp({ miniprogramDir: host })
})
afterAll(async () => {
  await browser.close()
  await app.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  phone = await Phone.open(browser, app.url, [], '添加车辆')
})
afterEach(() => phone.close())

const confirmedCar = Object.entries(expectedForm('car')).filter(([, value]) => value !== '')

test('by the function: what a person confirmed is the host’s, and nothing is left in its storage', async () => {
  await phone.page.evaluate(() => localStorage.setItem('mp:license:plates', '{"data":1}'))
  await phone.tap('添加车辆')
  await phone.tap('同意')
  await phone.read('car')
  await phone.tap('确认无误')
  await phone.see('已添加')
  for (const [key, value] of confirmedCar) await phone.see(`${key}: ${value}`)
  const keys = await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('license')))
  expect(keys.filter((key) => !key.endsWith('.flow') && !key.endsWith('.quota'))).toEqual(['mp:license:plates'])
})

test('going back tells the host that it was cancelled, and the next scan begins anew', async () => {
  await phone.tap('添加车辆')
  await phone.tap('同意')
  await phone.read('car')
  await phone.back()
  await phone.see('已取消')
  await phone.tap('添加车辆')
  await phone.chooseSample('van')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})

test('by the component: the fields as WeChat’s plugin tells them, and the picture', async () => {
  await phone.tap('行驶证识别')
  await phone.see('怎样拍得清楚')
  await phone.tap('从相册选择')
  await phone.tap('同意')
  await phone.read('car')
  await phone.tap('确认无误')
  await phone.see('已添加')
  await phone.see('plateNum: 粤B5K7T9')
  const picture = phone.screen.locator('wx-image img').filter({ visible: true })
  await picture.waitFor()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
})

test('by the component: back from the question is a cancellation, too', async () => {
  await phone.tap('行驶证识别')
  await phone.see('怎样拍得清楚')
  await phone.back()
  await phone.see('已取消')
})

test('a person who takes another picture comes back to the host all the same', async () => {
  await phone.tap('行驶证识别')
  await phone.see('怎样拍得清楚')
  await phone.tap('从相册选择')
  await phone.tap('同意')
  await phone.read('car')
  await phone.screen.locator('license-pictures image, license-pictures wx-image').first().click()
  await phone.tap('裁剪')
  await phone.see('完成')
  await phone.back()
  await phone.back()
  await phone.tap('换一张')
  await phone.read('van')
  await phone.back()
  await phone.see('怎样拍得清楚')
  await phone.tap('从相册选择')
  await phone.read('electric')
  await phone.tap('确认无误')
  await phone.see('plateNum: 沪AD38617')
})
