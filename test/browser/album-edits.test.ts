import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Point } from '../../miniprogram/vehicle-license/recognition'
import { cropTo, dragCorner, handle, middleOf, touch } from './album-crop'
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

async function recognize(): Promise<void> {
  await phone.tap('识别')
  await phone.waitForRecognition()
  expect(await phone.screen.locator('error-notice').allInnerTexts()).toEqual([])
}

const pictures = () => phone.screen.locator('album-picture').filter({ visible: true })

test('two pictures, a page each, become one form with the fields of both', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(duplicate, main)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('car'))
})

test('the other page is added to the first, and the two become one form', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(main)
  await phone.tap('加上另一页')
  await phone.chooseFile(duplicate)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('car'))
})

test('of three pictures the first two are kept, and the person is told', async () => {
  const [main, duplicate] = await pagesOf('car')
  await phone.chooseFile(main, duplicate, jpeg(sample('van')))
  await phone.see('最多两张')
  expect(await pictures().count()).toBe(2)
})

test('a picture lying on its side is turned by the button, and kept upright', async () => {
  await phone.chooseFile(await onItsSide('electric'))
  await phone.tap('旋转')
  await recognize()
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
  await cropTo(phone, corners)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})

test('a license that is small in a panorama of 48 megapixels is read once it is cut out', async () => {
  const small = { name: 'electric', matrix: [2.2, 0, 0, 2.2, 6700, 500] } as const
  const { file, corners } = await onTable({ width: 16_000, height: 3000 }, small)
  await phone.chooseFile(file)
  await cropTo(phone, corners)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('electric'))
})

test('corners cannot cross, a step is undone, and the whole picture comes back', async () => {
  await phone.chooseFile(jpeg(sample('electric')))
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
  await phone.tap('裁剪')
  await dragCorner(phone, 0, { x: 120, y: 400 })
  await phone.back()
  await phone.see('识别')
  expect(await phone.screen.locator('quad-outline').filter({ visible: true }).count()).toBe(0)
})

test('a picture is replaced, the other one removed, and the one that is left is read', async () => {
  const [main] = await pagesOf('car')
  await phone.chooseFile(main, jpeg(sample('truck')))
  await phone.tap('换一张')
  await phone.chooseSample('van')
  expect(await pictures().count()).toBe(2)
  await phone.screen.getByText('删除').filter({ visible: true }).nth(1).click()
  expect(await pictures().count()).toBe(1)
  await recognize()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})

test('what was done to a picture is still there when it cannot be sent', async () => {
  const broken = jpeg(sample('car').subarray(0, sample('car').length / 2))
  await phone.chooseFile(broken)
  await phone.tap('旋转')
  await cropTo(phone, [{ x: 0.1, y: 0.1 }, { x: 0.9, y: 0.1 }, { x: 0.9, y: 0.9 }, { x: 0.1, y: 0.9 }]) // prettier-ignore
  await phone.tap('识别')
  await phone.see('这个文件打不开')
  expect(await pictures().locator('img').getAttribute('src')).toContain('blob:')
  expect(await pictures().locator('quad-outline').count()).toBe(1)
  expect(await pictures().locator('wx-image').getAttribute('style')).toContain('rotate(90deg)')
})

test('a license that fills its picture is taken for a scan, and the person may know better', async () => {
  const page = { left: 74, top: 70, width: 1030, height: 700 }
  const file = jpeg(await sharp(sample('electric')).extract(page).jpeg({ quality: 95 }).toBuffer())
  await phone.chooseFile(file)
  await phone.see('看起来是扫描件')
  await phone.tap('拍摄的照片')
  await phone.text('看起来是扫描件').waitFor({ state: 'hidden' })
})
