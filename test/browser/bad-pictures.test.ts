import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { MAX_PICKED_BYTES, MAX_SIDE } from '../../miniprogram/image/limits'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const sample = readFileSync(`${SAMPLES}/car.jpg`)
const JPEG = 'image/jpeg'
/** Begins as one does; Chromium decodes none. */
const HEIC = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(2000, 7)])

const world = useWorld()
let phone: Phone

beforeEach(async () => {
  phone = await world.openPhone()
  await phone.openAlbum()
})

/** No dead end: the form can be filled in by hand, and confirmed. */
async function fillInByHand(): Promise<void> {
  await phone.fill('plateNum', '粤B12345')
  await phone.fill('owner', '王小样')
  await phone.fill('vin', expectedForm('car').vin ?? '')
  await phone.tap('确认无误')
  await phone.see('已确认')
  expect(await phone.readForm()).toMatchObject({ plateNum: '粤B12345', owner: '王小样' })
}

test('a picture of something else: how to take it again, and the form by hand', async () => {
  await phone.chooseFile({ name: 'receipt.jpg', mimeType: JPEG, buffer: readFileSync('test/fixtures/receipt.jpg') })
  await phone.see('没有找到行驶证')
  await phone.see('重拍')
  await fillInByHand()
  expect([...world.app.cloud.files.keys()]).toEqual([])
})

test('a truncated JPEG: what to do, and the form by hand', async () => {
  await phone.chooseFile({ name: 'license.jpg', mimeType: JPEG, buffer: sample.subarray(0, sample.length / 2) })
  await phone.see('这个文件打不开')
  await phone.tap('手动填写')
  await fillInByHand()
})

describe('what is too large is told as soon as it is picked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'too-large-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Seen before the person has done anything else. */
  async function pick(bytes: Buffer, ...others: string[]): Promise<void> {
    const path = join(folder, 'license.jpg')
    writeFileSync(path, bytes)
    await phone.chooseFilesAt(path, ...others)
  }
  const heavy = (): Buffer => Buffer.concat([sample, Buffer.alloc(MAX_PICKED_BYTES)])
  const long = (): Promise<Buffer> =>
    sharp({ create: { width: MAX_SIDE + 1, height: 40, channels: 3, background: 'white' } })
      .png()
      .toBuffer()

  test.each([
    ['a file over 50 MB', heavy, '文件超过 50 MB'],
    ['a picture that is too long', long, '一边超过 20000 像素'],
  ])('%s: what to do, and the form by hand', async (_, make, message) => {
    await pick(await make())
    await phone.see(message)
    expect(await phone.screen.getByText('识别', { exact: true }).filter({ visible: true }).count()).toBe(0)
    await phone.tap('手动填写')
    await fillInByHand()
  })

  test('the other picture is kept, and read', async () => {
    await pick(heavy(), `${SAMPLES}/van.jpg`)
    await phone.see('文件超过 50 MB')
    await phone.tap('识别')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })
})

test.each([
  ['a text file named .jpg', Buffer.from('这是一个文本文件')],
  ['an empty file', Buffer.alloc(0)],
  ['garbage named .heic', Buffer.from('heic'.repeat(1000)), 'license.heic'],
  ['a HEIC picture that the phone cannot decode', HEIC, 'license.heic', '打不开 HEIC 照片'],
])('%s: what to do, another picture, and the form', async (_, buffer, name = 'license.jpg', message = '打不开') => {
  await phone.chooseFile({ name, mimeType: JPEG, buffer })
  await phone.see(message)
  await phone.tap('换一张')
  await phone.chooseSample('van')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})

test('of two pictures the bad one is put away, and the good one is read', async () => {
  const good = { name: 'van.jpg', mimeType: JPEG, buffer: readFileSync(`${SAMPLES}/van.jpg`) }
  await phone.chooseFile({ name: 'license.jpg', mimeType: JPEG, buffer: Buffer.from('这是一个文本文件') }, good)
  await phone.see('这个文件打不开')
  await phone.tap('识别')
  await phone.waitForRecognition()
  expect(await phone.readForm()).toEqual(expectedForm('van'))
})

test('what is typed by hand is tidied, and keeps the spaces between words', async () => {
  await phone.tap(/^取消/)
  await phone.tap('手动填写')
  await phone.type('owner', 'Sample Cars Ltd ')
  expect((await phone.readForm()).owner).toBe('Sample Cars Ltd')
})

test('a person who changes their mind in the album is where they were', async () => {
  await phone.tap(/^取消/)
  await phone.see('选择一张行驶证照片')
  await phone.tap('手动填写')
  await fillInByHand()
})
