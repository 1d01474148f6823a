import sharp from 'sharp'
import { zh } from '../../miniprogram/strings/zh'
import { Films, pageOf, playing, see } from './film'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const main = pageOf('car', 'main')
const bothPages = sharp(`${SAMPLES}/car.jpg`).extract({ left: 50, top: 50, width: 1076, height: 1496 })

const films = new Films()
afterAll(() => films.close())

/** Once it can be pressed. */
const shutter = (phone: Phone) => phone.screen.locator('[aria-label=拍照]:not([class*=busy])')

async function openCamera(phone: Phone): Promise<void> {
  await phone.tap('拍摄行驶证')
  await phone.tap('同意')
}

/** Records each text of the camera's hint. */
function recordHints(): void {
  const hints: string[] = []
  Object.assign(window, { hints })
  setInterval(() => {
    const text = document.querySelector<HTMLElement>('camera-hint')?.innerText.split('\n')[0]
    if (text !== undefined && text !== hints.at(-1)) hints.push(text)
  }, 20)
}

describe('a license that comes nearer, blurs and steadies', () => {
  const world = useWorld({}, async () =>
    playing(
      await films.make('steadies', [
        [await see(), 2.5],
        [await see(main, { width: 240 }), 2.5],
        [await see(main, { blurPx: 4 }), 2.5],
        [await see(main), 20],
      ]),
    ),
  )

  test('gets hints in that order, one automatic shot when sharp, and the form without a tap', async () => {
    const phone = await world.openPhone(['camera'])
    await phone.context.addInitScript(recordHints)
    await phone.page.reload()
    await openCamera(phone)
    await phone.see('已拍好')
    const hints = await phone.screen.locator('body').evaluate(() => (window as unknown as { hints: string[] }).hints)
    const { NOT_FOUND, TOO_FAR, BLURRED } = zh.hints
    const expected = [NOT_FOUND, TOO_FAR, BLURRED, '看到一页，请保持不动', '正在拍摄，请拿稳']
    expect(hints.filter((hint) => expected.includes(hint))).toEqual(expected)

    await phone.see('翻到副页')
    await phone.tap('跳过副页')
    await phone.waitForRecognition()
    const form = await phone.readForm()
    const whole = expectedForm('car')
    for (const key of ['plateNum', 'owner', 'vin', 'engineNum', 'registerDate']) expect(form[key]).toBe(whole[key])
    expect([...world.app.cloud.files.keys()]).toEqual([])
  })
})

describe('a camera that shows another film each time it opens', () => {
  /** Takes effect when the camera opens next. */
  const show = async (picture: Buffer) => films.make('changes', [[picture, 1]])
  const world = useWorld({}, async () => playing(await show(await see())))
  let phone: Phone
  beforeEach(async () => {
    await show(await see(main))
    phone = await world.openPhone(['camera'])
  })

  test('shoots both pages, warns that they are of two vehicles, and replaces one', async () => {
    // Drawn beforehand: the camera opens again in 1.5 s.
    const other = await see(pageOf('truck', 'duplicate'))
    await openCamera(phone)
    await phone.see('已拍好')
    await show(other)
    await phone.see('翻到副页')
    await phone.waitForRecognition()
    await phone.see('与主页号牌不一致')

    await show(await see(pageOf('car', 'duplicate')))
    await phone.tap('重拍副页')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
    expect(await phone.screen.locator('license-pictures wx-image').count()).toBe(2)

    await phone.back()
    expect(await phone.screen.locator('record-list van-swipe-cell').filter({ visible: true }).count()).toBe(1)
  })

  test('does not shoot the same page twice, however long it is in view', async () => {
    await openCamera(phone)
    await phone.see('主页已保存')
    await phone.screen.locator('camera-hint').filter({ hasText: '翻到副页' }).waitFor()
    await phone.page.waitForTimeout(4_000)
    await phone.see('主页已保存')
    expect(await phone.text('已拍好').count()).toBe(0)
  })

  test('asks for the main page if the first one is the duplicate page', async () => {
    await show(await see(pageOf('car', 'duplicate')))
    await openCamera(phone)
    await phone.see('翻到主页')
    await phone.see('副页已保存')
  })

  test('keeps the main page if the person leaves before the other one', async () => {
    await openCamera(phone)
    await phone.see('主页已保存')
    await phone.back()
    await phone.see('未完成')
  })

  test('shoots both pages in one picture and asks for no other', async () => {
    await show(await see(bothPages, { width: 700 }))
    await openCamera(phone)
    await phone.see('看到主页和副页，请保持不动')
    await phone.see('已拍好')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
    expect(await phone.text('加拍副页').count()).toBe(0)
  })

  test('waits for the shutter button when automatic shots are off', async () => {
    await show(await see())
    await openCamera(phone)
    await phone.tap('自动拍')
    await phone.see('手动拍')
    await phone.back()

    await show(await see(bothPages, { width: 700 }))
    await phone.tap('拍摄行驶证')
    await phone.see('看到主页和副页，请保持不动')
    await shutter(phone).click()
    await phone.tap('使用照片')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
  })

  test('retakes an automatic shot while it is shown', async () => {
    const other = await see(pageOf('truck', 'main'))
    await openCamera(phone)
    await phone.see('已拍好')
    await show(other)
    await phone.tap('重拍')
    await phone.see('已拍好')
    await phone.tap('跳过副页')
    await phone.waitForRecognition()
    expect((await phone.readForm()).plateNum).toBe(expectedForm('truck').plateNum)
    expect(await phone.screen.locator('license-pictures wx-image').count()).toBe(1)
  })

  test('warns about a bad shot, which may be retaken or used anyway', async () => {
    await show(await see(main, { blurPx: 4 }))
    await openCamera(phone)
    await phone.see(zh.hints.BLURRED)
    await shutter(phone).click()
    await phone.see('照片有些模糊')
    await phone.see('仍然使用')
    await show(await see(main))
    await phone.tap('重拍')
    await phone.see('已拍好')
    expect(await phone.text('照片有些模糊').count()).toBe(0)
  })

  test('is paused by a call, and off during the review', async () => {
    await show(await see())
    await openCamera(phone)
    await phone.see(zh.hints.NOT_FOUND)
    await phone.screen.locator('video').evaluate((video: HTMLVideoElement) => {
      const [track] = (video.srcObject as MediaStream).getTracks()
      track?.dispatchEvent(new Event('mute'))
    })
    await phone.see('相机被其他应用占用')
    expect(await phone.screen.locator('video').count()).toBe(0)
    await phone.tap('继续拍摄')
    await phone.see(zh.hints.NOT_FOUND)

    await shutter(phone).click()
    await phone.see('重拍')
    expect(await phone.screen.locator('video').count()).toBe(0)
  })
})

describe('a camera that is slow to open', () => {
  const world = useWorld({}, async () => playing(await films.make('both', [[await see(bothPages, { width: 700 }), 1]])))

  test('ignores the shutter button until then', async () => {
    const phone = await world.openPhone(['camera'])
    await phone.context.addInitScript(() => {
      const devices = navigator.mediaDevices
      const open = devices.getUserMedia.bind(devices)
      const mayOpen = new Promise((resolve) => Object.assign(window, { openCamera: resolve }))
      devices.getUserMedia = async (constraints) => {
        await mayOpen
        return open(constraints)
      }
    })
    await phone.page.reload()
    await openCamera(phone)
    await phone.screen.getByLabel('拍照').click({ force: true })
    await phone.screen.locator('body').evaluate(() => (window as unknown as { openCamera: () => void }).openCamera())
    // The form opens without a review: this is the automatic shot.
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
  })
})

describe.each([
  // A device without permission.
  [
    'refused',
    ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'],
    '没有相机权限',
    '打开设置',
  ],
  ['missing', [], '相机打不开', '重试'],
])('a camera that is %s', (_, args, message, way) => {
  const world = useWorld({}, () => args)
  let phone: Phone

  beforeEach(async () => {
    phone = await world.openPhone()
    await phone.tap('拍摄行驶证')
  })

  test('leads to the album', async () => {
    await phone.tap('同意')
    await phone.see(message)
    await phone.see(way)
    await phone.tap('从相册选择')
    await phone.chooseSample('van')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })

  test('leads to the form', async () => {
    await phone.tap('同意')
    await phone.see(message)
    await phone.tap('手动填写')
    await phone.fill('owner', '王小样')
    expect((await phone.readForm()).owner).toBe('王小样')
  })

  test('leads to the form if the privacy guideline is declined', async () => {
    await phone.tap('不同意')
    await phone.see('同意隐私保护指引后才能使用照片')
    await phone.tap('手动填写')
    await phone.see('还没有内容')
  })
})
