import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { useFixture } from './fixture'

const SAMPLE = { name: 'car.jpg', text: /^\d+ jpeg \d+x\d+ up$/ }

const fixture = useFixture()
const { open, visible, tap, expectText } = fixture

let page: Page
beforeEach(() => {
  page = fixture.page
})

describe('album and privacy', () => {
  test('a refusal of the privacy guide fails chooseMedia with 104', async () => {
    await open()
    await tap('选照片')
    await tap('拒绝')
    await expectText('.result', '"errno":104')
  })

  test('a sample can be chosen after agreement, which is remembered', async () => {
    await open()
    await tap('选照片')
    await tap('同意')
    await page.getByRole('button', { name: SAMPLE.name }).click()
    await expectText('.result', SAMPLE.text)
    // The program was in the background while WeChat showed the album.
    expect(await page.evaluate('getApp().globalData.shows')).toBe(2)
    await page.reload()
    await tap('选照片')
    await page.getByRole('button', { name: '取消 Cancel' }).click()
    await expectText('.result', 'chooseMedia:fail cancel')
  })

  test('the size of a picture ignores its EXIF rotation', async () => {
    await open()
    await tap('选照片')
    await tap('同意')
    const buffer = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'white' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '从电脑选择 Choose a file' }).click()
    await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await expectText('.result', /^\d+ jpeg 40x20 right$/)
  })

  test('any file of the computer can be chosen', async () => {
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
  test('a drawing in USER_DATA_PATH persists, like storage', async () => {
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

  test('are uploaded to the cloud with progress, and functions reply', async () => {
    await open('files')
    await tap('保存')
    await expectText('.state', 'jpeg')
    await tap('上传')
    await expectText('.state', 'cloud://test/photos/1.jpg 100')
    await tap('调用')
    await expectText('.state', '{"echo":{"a":1}}')
  })

  test('the cloud fails with -1 when offline', async () => {
    await open('files')
    await expectText('.state', 'nothing')
    await fixture.context.setOffline(true)
    await tap('调用')
    await expectText('.state', '"errCode":-1')
    await expectText('.state', 'cloud.callFunction:fail')
  })
})

describe('camera', () => {
  const agree = (): Promise<void> => page.getByRole('button', { name: '同意 Agree' }).click()

  test('delivers frames and photos', async () => {
    await open('camera')
    await agree()
    await expectText('.state', 'frame 288 true')
    await tap('拍照')
    await expectText('.state', 'photo jpeg')
  })

  test('stays refused until the settings allow it', async () => {
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
