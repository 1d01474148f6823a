import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { jpeg } from './album-pictures'
import { openPicture } from './album-crop'
import { Films, pageOf, playing, see } from './film'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const films = new Films()
afterAll(() => films.close())

/** Holds back every picture that is being made ready, for ever. */
function holdBack(): void {
  HTMLCanvasElement.prototype.toBlob = () => undefined
}

const records = (phone: Phone) => phone.screen.locator('record-list van-swipe-cell').filter({ visible: true })

describe('killed, or left, at the camera', () => {
  // The table alone for a while, in which a person turns the automatic shot off.
  const world = useWorld({}, async () =>
    playing(
      await films.make('main', [
        [await see(), 8],
        [await see(pageOf('car', 'main')), 60],
      ]),
    ),
  )
  let phone: Phone
  beforeEach(async () => {
    phone = await world.openPhone(['camera'])
    await phone.tap('拍摄行驶证')
    await phone.tap('同意')
  })

  /** A shot that a finger took, which waits for the person. */
  async function review(): Promise<void> {
    await phone.tap('自动拍')
    await phone.see('看到一页，请保持不动')
    await phone.screen.locator('[aria-label=拍照]:not([class*=busy])').click()
    await phone.see('使用照片')
  }

  /** The shot is not only told of: it can be seen. */
  async function seeShot(): Promise<void> {
    const shot = phone.screen.locator('shot-review img')
    const width = await shot.evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      return image.naturalWidth
    })
    expect(width).toBeGreaterThan(400)
  }

  async function finish(): Promise<void> {
    await phone.see('翻到副页')
    await phone.tap('跳过副页')
    await phone.waitForRecognition()
    expect((await phone.readForm()).vin).toBe(expectedForm('car').vin)
    await phone.back()
    await phone.see('未完成')
    expect(await records(phone).count()).toBe(1)
  }

  test('at the review of a shot: the next start shows it, and goes on', async () => {
    await review()
    phone = await phone.kill()
    await phone.see('使用照片')
    await seeShot()
    // And the one after that.
    phone = await phone.kill()
    await phone.tap('使用照片')
    await finish()
  })

  test('back from the review: home shows it as unfinished, which leads to the review', async () => {
    await review()
    await phone.back()
    await phone.see('未完成')
    await phone.text('未读到号牌').click()
    await seeShot()
    await phone.tap('使用照片')
    await finish()
  })

  test('before the other page: the next start turns to it', async () => {
    await phone.see('翻到副页')
    phone = await phone.kill()
    await phone.see('主页已保存')
    await finish()
  })

  test('while a shot is saved: the next start saves it', async () => {
    await review()
    await phone.screen.locator('body').evaluate(holdBack)
    await phone.tap('使用照片')
    await phone.see('正在处理照片')
    phone = await phone.kill()
    await finish()
  })
})

describe('killed on the way from the album', () => {
  const world = useWorld()
  let phone: Phone
  beforeEach(async () => {
    phone = await world.openPhone()
  })

  test('while the picture is made ready: the next start goes on to the form', async () => {
    const buffer = await sharp(`${SAMPLES}/van.jpg`).png().toBuffer()
    await phone.screen.locator('body').evaluate(holdBack)
    await phone.openAlbum()
    await phone.chooseFile({ name: 'license.png', mimeType: 'image/png', buffer })
    await phone.see('正在处理照片')
    phone = await phone.kill()
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })

  test('while a picture is turned: the next start shows it as it was turned, and sends it', async () => {
    const upsideDown = await sharp(`${SAMPLES}/van.jpg`).rotate(270).jpeg({ quality: 95 }).toBuffer()
    await phone.openAlbum()
    await phone.chooseFile(jpeg(upsideDown))
    await phone.waitForRecognition()
    await openPicture(phone)
    await phone.tap('旋转')
    phone = await phone.kill()
    await phone.see('旋转')
    expect(await phone.screen.locator('.frame wx-image').getAttribute('style')).toContain('rotate(90deg)')
    await phone.tap('完成')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })

  test('at the form: the next start shows home, and the license with what was typed', async () => {
    await phone.openAlbum()
    await phone.chooseFile(jpeg(readFileSync(`${SAMPLES}/electric.jpg`)))
    await phone.waitForRecognition()
    await phone.fill('owner', '张样例')
    phone = await phone.kill()
    await phone.see('未完成')
    await phone.text(expectedForm('electric').plateNum ?? '').click()
    expect((await phone.readForm()).owner).toBe('张样例')
  })
})
