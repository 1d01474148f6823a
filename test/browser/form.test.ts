import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalAppOptions } from '../../scripts/start/local-app'
import { runScript } from '../../scripts/process/tsx'
import { SERVER_OPTIONS } from './back-end'
import { expectedForm, type Phone } from './phone'
import { useWorld } from './world'

/** The VIN that `car` bears, and the same with a character that looks like another. */
const VIN = expectedForm('car').vin ?? ''
const MISREAD = VIN.replace('0', 'O')

/** What stands in a picture, read by the networks alone. */
async function readText(picture: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strip-'))
  try {
    await writeFile(join(folder, 'strip.png'), picture)
    const { status, output } = await runScript('test/browser/read-text.ts', [join(folder, 'strip.png')])
    expect({ status, output }).toMatchObject({ status: 0 })
    return output
  } finally {
    await rm(folder, { recursive: true })
  }
}

const BACK_ENDS: [name: string, options: Partial<LocalAppOptions>][] = [
  ['WeChat’s engine and the cloud function', {}],
  ['the embedded engine and the companion server', SERVER_OPTIONS],
]

describe.each(BACK_ENDS)('%s', (_, options) => {
  const world = useWorld(options)
  let phone: Phone

  beforeEach(async () => {
    phone = await world.openPhone()
    await phone.openAlbum()
    await phone.read('car')
    // What the engine is not sure of is right in this picture.
    while ((await phone.text('没错').count()) > 0) await phone.tap('没错')
  })

  const check = () => phone.screen.locator('field-check').filter({ visible: true }).first()

  /** The strip of the photo that stands beside the first field that needs a look. */
  async function strip(): Promise<Buffer> {
    const image = check().locator('img')
    await image.waitFor()
    const url = await image.evaluate((element) => {
      const picture = element as HTMLImageElement
      const canvas = Object.assign(document.createElement('canvas'), {
        width: picture.naturalWidth,
        height: picture.naturalHeight,
      })
      canvas.getContext('2d')?.drawImage(picture, 0, 0)
      return canvas.toDataURL()
    })
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  }

  test('a VIN with a wrong character is flagged beside its place in the photo, and put right by a tap', async () => {
    await phone.fill('vin', MISREAD)
    await phone.see('1 项待核对')
    expect((await readText(await strip())).replace(/ /g, '')).toContain(VIN)

    await check().getByText(VIN, { exact: true }).click()
    await phone.see('确认无误')
    expect((await phone.readForm()).vin).toBe(VIN)
  })

  test('an edit is marked, and taken back in one tap', async () => {
    await phone.fill('owner', '张样例')
    await phone.see('已修改')
    await phone.revert('owner')
    expect((await phone.readForm()).owner).toBe(expectedForm('car').owner)
    expect(await phone.text('已修改').count()).toBe(0)
  })

  test('input is put right: capitals, no spaces and line breaks, dates as people write them', async () => {
    await phone.fill('plateNum', ' 粤b·5k7t8 ')
    await phone.fill('addr', '广东省样例市\n示例区1号')
    await phone.fill('registerDate', '2018年7月6日')
    expect(await phone.readForm()).toMatchObject({
      plateNum: '粤B5K7T8',
      addr: '广东省样例市示例区1号',
      registerDate: '2018-07-06',
    })
  })

  test('a date is turned to on wheels; a shorter month has a last day', async () => {
    await phone.fill('registerDate', '2018-03-31')
    await phone.turn('registerDate', ['2019', '02'])
    expect((await phone.readForm()).registerDate).toBe('2019-02-28')
  })

  test('confirming is taken back, and a confirmed license changed as a draft', async () => {
    await phone.tap('确认无误')
    await phone.tap('撤销确认')
    await phone.see('确认无误')
    await phone.tap('确认无误')
    await phone.tap('修改')
    await phone.fill('owner', '张样例')
    await phone.tap('放弃修改')
    await phone.tap('确定')
    expect((await phone.readForm()).owner).toBe(expectedForm('car').owner)
    await phone.tap('修改')
    await phone.fill('owner', '张样例')
    await phone.tap('保存修改')
    await phone.see('已确认')
    expect((await phone.readForm()).owner).toBe('张样例')
  })
})
