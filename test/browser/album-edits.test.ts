import type { Point } from '../../miniprogram/image/point'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { cropTo, dragCorner, handle, middleOf, openCrop, openPicture, touch } from './album-crop'
import { jpeg, onItsSide, onTable, pagesOf } from './album-pictures'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const sample = (name: string): Buffer => readFileSync(`${SAMPLES}/${name}.jpg`)

const world = useWorld()
let phone: Phone

beforeEach(async () => {
  phone = await world.openPhone()
  await phone.openAlbum()
})

/** The form, once all is read. */
async function recognize(): Promise<void> {
  await phone.waitForRecognition()
  expect(await phone.screen.locator('error-notice').allInnerTexts()).toEqual([])
}

const pictures = () => phone.screen.locator('license-pictures wx-image').filter({ visible: true })

/** From a picture: back to the form, once it is read anew. */
async function finish(): Promise<void> {
  await phone.tap('完成')
  await recognize()
}

test('two pictures, a page each, become one form with the fields of both', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(duplicate, main)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('car'))
})

test('the other page is added to the first, and the two become one form', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(main)
  await recognize()
  await phone.tap('加拍副页')
  // There is no camera here.
  await phone.tap('从相册选择')
  await phone.chooseFile(duplicate)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('car'))
  expect(await pictures().count()).toBe(2)
})

test('of three pictures the first two are kept, and the person is told', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(main, duplicate, jpeg(sample('van')))
  await phone.see('最多两张')
  await phone.waitForRecognition()
  expect(await pictures().count()).toBe(2)
})

test('a picture lying on its side is turned, sent again, and kept upright', async () => {
  await phone.chooseFile(await onItsSide('electric'))
  await phone.waitForRecognition()
  await openPicture(phone)
  await phone.tap('旋转')
  await finish()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  const kept = phone.screen.locator('license-pictures img')
  const isUpright = await kept.evaluate((image: HTMLImageElement) => image.naturalWidth > image.naturalHeight)
  expect(isUpright).toBe(true)
})

test('a slanted license is cut out by its corners, and what lies beside it is not read', async () => {
  const slanted = { name: 'electric', matrix: [0.9, 0.28, -0.2, 0.95, 420, 80] } as const
  const beside = { name: 'van', matrix: [1, 0, 0, 1, 1340, 1240] } as const
  const { file, corners } = await onTable({ width: 2600, height: 2100 }, slanted, beside)
  await phone.chooseFile(file)
  await phone.waitForRecognition()
  await openPicture(phone)
  await cropTo(phone, corners)
  await finish()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})

test('a license that lies plainly on a table is cut out by itself, and the whole picture is still there', async () => {
  const plain = { name: 'electric', matrix: [0.8, 0, 0, 0.8, 400, 900] } as const
  const { file } = await onTable({ width: 1800, height: 2400 }, plain)
  await phone.chooseFile(file)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  const shape = () =>
    phone.screen
      .locator('license-pictures img')
      .evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight)
  expect(await shape()).toBeGreaterThan(1.2)
  await openPicture(phone)
  expect(await phone.screen.locator('.frame quad-outline').count()).toBe(1)
  await openCrop(phone)
  await phone.tap('完成')
  await phone.see('旋转')
  await finish()
  expect(await shape()).toBeLessThan(0.8)
})

test('a license that is small in a panorama of 48 megapixels is read once it is cut out', async () => {
  const small = { name: 'electric', matrix: [2.2, 0, 0, 2.2, 6700, 500] } as const
  const { file, corners } = await onTable({ width: 16_000, height: 3000 }, small)
  await phone.chooseFile(file)
  await phone.waitForRecognition()
  await openPicture(phone)
  await cropTo(phone, corners)
  await finish()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})

test('corners cannot cross, a step is undone, and the whole picture comes back', async () => {
  await phone.chooseFile(jpeg(sample('electric')))
  await phone.waitForRecognition()
  await openPicture(phone)
  await phone.tap('裁剪')
  const start = await handle(phone, 0).boundingBox()
  const opposite = await handle(phone, 2).boundingBox()
  if (!start || !opposite) throw new Error('no handles')
  await dragCorner(phone, 0, { x: opposite.x + 60, y: opposite.y + 60 })
  const stopped = await handle(phone, 0).boundingBox()
  expect(stopped?.x).toBeGreaterThan(start.x + 20)
  expect(stopped?.x).toBeLessThan((start.x + opposite.x) / 2 + 20)
  await dragCorner(phone, 2, { x: opposite.x - 30, y: opposite.y })
  await phone.tap('撤销')
  expect(await handle(phone, 2).boundingBox()).toEqual(opposite)
  expect(await handle(phone, 0).boundingBox()).toEqual(stopped)
  await phone.tap('还原')
  expect(await handle(phone, 0).boundingBox()).toEqual(start)
})

test('a corner follows the finger that took it, whatever others do meanwhile', async () => {
  await phone.chooseFile(jpeg(sample('electric')))
  await phone.waitForRecognition()
  await openPicture(phone)
  await phone.tap('裁剪')
  const start = await middleOf(handle(phone, 0))
  const finger = (dx: number): Point & { id: number } => ({ id: 0, x: start.x + dx, y: start.y + dx / 2 })
  const other = { id: 1, x: 250, y: 600 }
  const fingers = await touch(phone)
  await fingers('touchStart', finger(0))
  await fingers('touchMove', finger(20))
  await fingers('touchStart', finger(20), other)
  await fingers('touchMove', finger(20), { ...other, y: 300 })
  await fingers('touchEnd', other)
  await fingers('touchMove', finger(60))
  await fingers('touchEnd')
  const end = await middleOf(handle(phone, 0))
  expect(end.x - start.x).toBeCloseTo(60, 0)
  expect(end.y - start.y).toBeCloseTo(30, 0)
})

test('going back from the crop leaves the picture as it was', async () => {
  await phone.chooseFile(jpeg(sample('electric')))
  await phone.waitForRecognition()
  await openPicture(phone)
  await phone.tap('裁剪')
  await dragCorner(phone, 0, { x: 120, y: 400 })
  await phone.back()
  await phone.see('旋转')
  expect(await phone.screen.locator('.frame quad-outline').count()).toBe(0)
})

test('a person who goes back from a picture leaves it, and what was read, as they were', async () => {
  await phone.chooseFile(jpeg(sample('electric')))
  await recognize()
  await openPicture(phone)
  await phone.tap('旋转')
  await phone.back()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
  await openPicture(phone)
  expect(await phone.screen.locator('.frame wx-image').getAttribute('style')).toContain('rotate(0deg)')
})

test('a picture is replaced, the other one removed, and the one that is left is read', async () => {
  const [main] = await pagesOf('car')
  await phone.chooseFile(main, jpeg(sample('truck')))
  await phone.waitForRecognition()
  await openPicture(phone)
  await phone.tap('换一张')
  await phone.chooseSample('van')
  await phone.waitForRecognition()
  expect(await pictures().count()).toBe(2)
  await openPicture(phone, 1)
  await phone.tap('删除')
  await phone.see('删除这张照片')
  await phone.tap('确定')
  await phone.waitForRecognition()
  expect(await pictures().count()).toBe(1)
})

test('a license that fills its picture is taken for a scan, and the person may know better', async () => {
  const page = { left: 74, top: 70, width: 1030, height: 700 }
  const file = jpeg(await sharp(sample('electric')).extract(page).jpeg({ quality: 95 }).toBuffer())
  await phone.chooseFile(file)
  await recognize()
  await openPicture(phone)
  const checked = () => phone.screen.locator('[role="radio"][aria-checked="true"]').filter({ visible: true })
  expect(await checked().allInnerTexts()).toEqual(['扫描件'])
  await phone.tap('拍摄的照片')
  await finish()
  await openPicture(phone)
  expect(await checked().allInnerTexts()).toEqual(['拍摄的照片'])
})
