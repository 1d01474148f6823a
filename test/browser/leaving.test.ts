import { expectedForm, type Phone } from './phone'
import { useWorld } from './world'

const world = useWorld()

/** Holds back every picture that is being made ready, until the event `release`. */
function holdBack(): void {
  const released = new Promise((resolve) => {
    addEventListener('release', resolve)
  })
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to the canvas it was called on
  const encode = HTMLCanvasElement.prototype.toBlob
  HTMLCanvasElement.prototype.toBlob = function (...args) {
    void released.then(() => {
      encode.apply(this, args)
    })
  }
}

async function chooseTurned(phone: Phone, sample: string): Promise<void> {
  await phone.chooseSample(sample)
  // A picture that is ready as it is would not be encoded.
  await phone.tap('旋转')
}

async function release(phone: Phone): Promise<void> {
  for (const frame of phone.page.frames()) await frame.evaluate('dispatchEvent(new Event("release"))')
}

test('a person who leaves while a picture is made ready hears no more of it', async () => {
  const phone = await world.openPhone()
  await phone.context.addInitScript(holdBack)
  await phone.page.reload()
  await phone.openAlbum()
  await chooseTurned(phone, 'van')
  await phone.tap('识别')
  await phone.see('正在处理照片')
  await phone.back()
  await phone.see('拍摄行驶证')
  await release(phone)

  await phone.tap('从相册选择')
  await phone.chooseSample('electric')
  await phone.tap('识别')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  await phone.back()
  await phone.see('未完成')
  expect(await phone.screen.locator('record-list van-swipe-cell').filter({ visible: true }).count()).toBe(1)
})

test('a person who cancels while a picture is made ready finds it as they had turned it, and sends it later', async () => {
  const phone = await world.openPhone()
  await phone.context.addInitScript(holdBack)
  await phone.page.reload()
  await phone.openAlbum()
  await chooseTurned(phone, 'van')
  await phone.tap('识别')
  await phone.see('正在处理照片')
  await phone.tap('取消')
  await phone.text('正在处理照片').waitFor({ state: 'detached' })
  expect(await phone.screen.locator('album-picture wx-image').getAttribute('style')).toContain('rotate(90deg)')

  await release(phone)
  for (let turn = 0; turn < 3; turn++) await phone.tap('旋转')
  await phone.tap('识别')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})
