import sharp from 'sharp'
import { zh } from '../../miniprogram/strings/zh'
import { Films, pageOf, playing, see } from './film'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const main = pageOf('car', 'main')
const bothPages = sharp(`${SAMPLES}/car.jpg`).extract({ left: 50, top: 50, width: 1076, height: 1496 })

const films = new Films()
afterAll(() => films.close())

/** The button under a shot, whatever is told of it. */
const USE = / Use( it)?$/

const shutter = (phone: Phone) => phone.screen.locator('.shutter:not(.busy)')

async function openCamera(phone: Phone): Promise<void> {
  await phone.tap('拍摄行驶证')
  await phone.tap('同意')
}

/** Writes down each text that the camera's hint shows. */
function writeDownHints(): void {
  const hints: string[] = []
  Object.assign(window, { hints })
  setInterval(() => {
    const text = document.querySelector<HTMLElement>('camera-hint')?.innerText.split('\n')[0]
    if (text !== undefined && text !== hints.at(-1)) hints.push(text)
  }, 20)
}

describe('a film in which the license comes nearer, blurs and steadies', () => {
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

  test('is followed by hints in that order, one automatic shot of the sharp part, and the form', async () => {
    const phone = await world.openPhone(['camera'])
    await phone.context.addInitScript(writeDownHints)
    await phone.page.reload()
    await openCamera(phone)
    await phone.see('使用照片')
    const hints = await phone.screen.locator('body').evaluate(() => (window as unknown as { hints: string[] }).hints)
    const { NOT_FOUND, TOO_FAR, BLURRED } = zh.hints
    const expected = [NOT_FOUND, TOO_FAR, BLURRED, '很好，请保持不动', '正在拍摄，请拿稳']
    expect(hints.filter((hint) => expected.includes(hint))).toEqual(expected)

    await phone.tap('使用照片')
    await phone.see('主页已保存')
    await phone.tap('不拍，直接识别')
    await phone.waitForRecognition()
    const form = await phone.readForm()
    const whole = expectedForm('car')
    for (const key of ['plateNum', 'owner', 'vin', 'engineNum', 'registerDate']) expect(form[key]).toBe(whole[key])
    expect([...world.laptop.cloud.files.keys()]).toEqual([])
  })
})

describe('a camera whose film changes while it is closed', () => {
  /** What the camera sees from the next time on that it is opened. */
  const show = async (picture: Buffer) => films.make('changes', [[picture, 1]])
  const world = useWorld({}, async () => playing(await show(await see())))
  let phone: Phone
  beforeEach(async () => {
    await show(await see(main))
    phone = await world.openPhone(['camera'])
  })

  test('takes page after page, tells that they are of two vehicles, and takes one of them again', async () => {
    await openCamera(phone)
    await phone.see('使用照片')
    await show(await see(pageOf('truck', 'duplicate')))
    await phone.tap('使用照片')
    await phone.tap('拍副页')
    await phone.tap('使用照片')
    await phone.waitForRecognition()
    await phone.see('与主页号牌不一致')

    await show(await see(pageOf('car', 'duplicate')))
    await phone.tap('重拍副页')
    await phone.tap('使用照片')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
    expect(await phone.screen.locator('license-pictures wx-image').count()).toBe(2)

    await phone.back()
    expect(await phone.screen.locator('record-list van-swipe-cell').filter({ visible: true }).count()).toBe(1)
  })

  test('keeps the main page of a person who leaves before the other one', async () => {
    await openCamera(phone)
    await phone.tap('使用照片')
    await phone.see('主页已保存')
    await phone.back()
    await phone.see('未完成')
  })

  test('takes both pages in one picture, by a finger where it must not by itself', async () => {
    await show(await see())
    await openCamera(phone)
    await phone.tap('自动拍')
    await phone.see('手动拍')
    await phone.back()

    await show(await see(bothPages, { width: 860 }))
    await phone.tap('拍摄行驶证')
    await phone.tap('主副页同拍')
    await shutter(phone).click()
    await phone.tap(USE)
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
  })

  test('says what is wrong with a shot, which may be taken again or used all the same', async () => {
    await show(await see(main, { blurPx: 4 }))
    await openCamera(phone)
    await phone.see(zh.hints.BLURRED)
    await shutter(phone).click()
    await phone.see('照片有些模糊')
    await phone.see('仍然使用')
    await show(await see(main))
    await phone.tap('重拍')
    await phone.see('使用照片')
    expect(await phone.text('照片有些模糊').count()).toBe(0)
  })

  test('is paused by a call, and off while the person looks elsewhere or reviews', async () => {
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

describe('a camera that is slow', () => {
  const world = useWorld({}, async () => playing(await films.make('both', [[await see(bothPages, { width: 860 }), 1]])))

  test('does not mind a finger that is quicker than it', async () => {
    const phone = await world.openPhone(['camera'])
    await phone.context.addInitScript(() => {
      const devices = navigator.mediaDevices
      const open = devices.getUserMedia.bind(devices)
      devices.getUserMedia = async (constraints) => {
        await new Promise((resolve) => setTimeout(resolve, 2_000))
        return open(constraints)
      }
    })
    await phone.page.reload()
    await openCamera(phone)
    await phone.tap('主副页同拍')
    await phone.screen.locator('.shutter').click()
    await shutter(phone).click()
    await phone.tap(USE)
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
  })
})
describe.each([
  // A device, and nobody who allows it.
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
    await phone.tap('识别')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })

  test('leads to the form', async () => {
    await phone.tap('同意')
    await phone.see(message)
    await phone.tap('手动填写')
    await phone.fill('owner', '王小样')
    await phone.tap('确认无误')
    await phone.see('已确认')
  })

  test('and a declined privacy guideline leads there, too', async () => {
    await phone.tap('不同意')
    await phone.see('同意隐私保护指引后才能使用照片')
    await phone.tap('手动填写')
    await phone.see('确认无误')
  })
})
