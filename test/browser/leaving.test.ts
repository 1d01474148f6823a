import { expectedForm } from './phone'
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

test('a person who leaves while a picture is made ready hears no more of it', async () => {
  const phone = await world.openPhone()
  await phone.context.addInitScript(holdBack)
  await phone.page.reload()
  await phone.openAlbum()
  await phone.chooseSample('van')
  await phone.tap('识别 Recognize')
  await phone.see('正在处理 Preparing')
  await phone.back()
  await phone.see('拍摄行驶证')
  for (const frame of phone.page.frames()) await frame.evaluate('dispatchEvent(new Event("release"))')

  await phone.tap('从相册选择 Album')
  await phone.chooseSample('electric')
  await phone.tap('识别 Recognize')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  await phone.back()
  await phone.see('未完成')
  expect(await phone.screen.locator('record-list van-cell').filter({ visible: true }).count()).toBe(1)
})
