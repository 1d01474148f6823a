import { startApp } from './world'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium'
import type { Fault } from '../../simulator/cloud/openapi/call'
import { expectedForm, Phone } from './phone'

const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
mkdirSync(join(functionsDir, 'vehicleLicense'))
writeFileSync(join(functionsDir, 'vehicleLicense/index.js'), 'exports.main = () => process.exit(1)')

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  rmSync(functionsDir, { recursive: true })
})

/** Runs a test on an app of its own, up to where a sample is chosen, which is sent at once. */
async function recognizing(options: Parameters<typeof startApp>[0], use: (phone: Phone) => Promise<void>) {
  const app = await startApp(options)
  try {
    const phone = await Phone.open(browser, app.url)
    await phone.openAlbum()
    await use(phone)
    // Whatever happened, no picture is left behind.
    expect([...app.cloud.files.keys()]).toEqual([])
    await phone.close()
  } finally {
    await app.close()
  }
}

async function fillInByHand(phone: Phone): Promise<void> {
  await phone.fill('plateNum', '粤B12345')
  await phone.fill('owner', '王小样')
  await phone.fill('vin', expectedForm('car').vin ?? '')
  await phone.tap('确认无误')
  await phone.see('已确认')
}

test('a function that crashes: try again, or by hand; the picture is deleted all the same', async () => {
  await recognizing({ functionsDir }, async (phone) => {
    await phone.chooseSample('van')
    await phone.see('识别服务暂时不可用')
    await phone.see('再试一次')
    await fillInByHand(phone)
  })
})

test('no network: the picture is kept, and read once the network is back', async () => {
  await recognizing({}, async (phone) => {
    await phone.context.setOffline(true)
    // A sample comes over the network, as a phone's own pictures do not.
    await phone.chooseFile({
      name: 'van.jpg',
      mimeType: 'image/jpeg',
      buffer: readFileSync('simulator/samples/van.jpg'),
    })
    await phone.see('网络不通')
    await phone.fill('owner', '王小样')
    await phone.context.setOffline(false)
    await phone.tap('再试一次')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual({ ...expectedForm('van'), owner: '王小样' })
  })
})

test('a slow network: how much is uploaded, then that it is being read', async () => {
  await recognizing({}, async (phone) => {
    const network = await phone.context.newCDPSession(phone.page)
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 40_000 }
    await network.send('Network.emulateNetworkConditions', slow)
    await phone.chooseSample('van')
    await phone.see('正在上传照片')
    await phone.screen
      .getByText(/[1-9]\d?%/)
      .first()
      .waitFor()
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })
})

test('an exhausted quota: said so, no button that cannot help, and by hand', async () => {
  const fault: Fault = () => ({ json: { errcode: 45009, errmsg: 'reach max api daily quota limit' } })
  await recognizing({ fault }, async (phone) => {
    await phone.chooseSample('van')
    await phone.see('今天的识别次数已用完')
    await phone.see('照片已保存，明天可以接着识别')
    for (const useless of ['再试一次', '重拍', '换一张']) expect(await phone.text(useless).count()).toBe(0)
    await fillInByHand(phone)
  })
})

test('a recognition that a person cancels: the picture is kept', async () => {
  const fault: Fault = () => 'hang'
  await recognizing({ fault }, async (phone) => {
    await phone.chooseSample('van')
    await phone.see('正在识别')
    await phone.tap('取消')
    await phone.see('已取消')
    await phone.see('再试一次')
    await fillInByHand(phone)
  })
})
