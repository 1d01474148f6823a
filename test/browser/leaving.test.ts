import sharp from 'sharp'
import { expectedForm, type Phone, SAMPLES } from './phone'
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

/** One that is not ready as it is, and must be encoded. */
async function choosePng(phone: Phone, sample: string): Promise<void> {
  const buffer = await sharp(`${SAMPLES}/${sample}.jpg`).png().toBuffer()
  await phone.chooseFile({ name: 'license.png', mimeType: 'image/png', buffer })
}

async function release(phone: Phone): Promise<void> {
  for (const frame of phone.page.frames()) await frame.evaluate('dispatchEvent(new Event("release"))')
}

const records = (phone: Phone) => phone.screen.locator('record-list van-swipe-cell').filter({ visible: true })

test('a person who leaves while a picture is made ready hears no more of it, and finds it at home', async () => {
  const phone = await world.openPhone()
  await phone.context.addInitScript(holdBack)
  await phone.page.reload()
  await phone.openAlbum()
  await choosePng(phone, 'van')
  await phone.see('正在处理照片')
  await phone.back()
  await phone.see('拍摄行驶证')
  await release(phone)

  await phone.tap('从相册选择')
  await phone.chooseSample('electric')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  await phone.back()
  await phone.see('未完成')
  expect(await records(phone).count()).toBe(2)

  await phone.text('未读到号牌').click()
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})

test('a person who cancels while a picture is made ready finds it waiting, and sends it later', async () => {
  const phone = await world.openPhone()
  await phone.context.addInitScript(holdBack)
  await phone.page.reload()
  await phone.openAlbum()
  await choosePng(phone, 'van')
  await phone.see('正在处理照片')
  await phone.tap('取消')
  await phone.text('正在处理照片').waitFor({ state: 'detached' })

  await release(phone)
  await phone.tap('识别')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})
