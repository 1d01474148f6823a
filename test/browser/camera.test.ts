import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

const FRAMES = 10
const folder = mkdtempSync(join(tmpdir(), 'camera-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A film of a camera that looks at a sample: the same JPEG again and again. */
async function makeFilm(sample: string): Promise<string> {
  const film = join(folder, `${sample}.mjpeg`)
  const frame = await sharp(`${SAMPLES}/${sample}.jpg`)
    .resize(1200, 1600, { fit: 'contain', background: '#8b6f52' })
    .jpeg({ quality: 92, chromaSubsampling: '4:2:0' })
    .toBuffer()
  writeFileSync(film, Buffer.concat(Array.from({ length: FRAMES }, () => frame)))
  return film
}

describe('a camera that looks at a license', () => {
  const world = useWorld({}, async () => [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${await makeFilm('car')}`,
  ])

  test('fills the form with what it saw', async () => {
    const phone = await world.openPhone(['camera'])
    await phone.tap('拍摄行驶证')
    await phone.tap('同意 Agree')
    await phone.screen.locator('.shutter:not(.busy)').click()
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('car'))
    expect([...world.laptop.cloud.files.keys()]).toEqual([])
  })

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
    await phone.tap('拍摄行驶证')
    await phone.tap('同意 Agree')
    await phone.screen.locator('.shutter').click()
    await phone.screen.locator('.shutter:not(.busy)').click()
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
    '打开设置 Settings',
  ],
  ['missing', [], '相机打不开', '重试 Try again'],
])('a camera that is %s', (_, args, message, way) => {
  const world = useWorld({}, () => args)
  let phone: Phone

  beforeEach(async () => {
    phone = await world.openPhone()
    await phone.tap('拍摄行驶证')
  })

  test('leads to the album', async () => {
    await phone.tap('同意 Agree')
    await phone.see(message)
    await phone.see(way)
    await phone.tap('从相册选择 Album')
    await phone.chooseSample('van')
    await phone.tap('识别 Recognize')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })

  test('leads to the form', async () => {
    await phone.tap('同意 Agree')
    await phone.see(message)
    await phone.tap('手动填写 By hand')
    await phone.fill('owner', '王小样')
    await phone.tap('确认无误')
    await phone.see('已确认 Confirmed')
  })

  test('and a declined privacy guideline leads there, too', async () => {
    await phone.tap('不同意 Decline')
    await phone.see('同意隐私保护指引后才能使用照片')
    await phone.tap('手动填写 By hand')
    await phone.see('确认无误')
  })
})
