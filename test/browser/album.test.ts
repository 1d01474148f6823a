import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expectedForm, type Phone, SAMPLES } from './phone'
import { useWorld } from './world'

/** An album in which one picture has another's bytes. */
const album = mkdtempSync(join(tmpdir(), 'album-'))
for (const name of ['car', 'truck', 'electric', 'van'])
  copyFileSync(`${SAMPLES}/${name}.jpg`, join(album, `${name}.jpg`))
copyFileSync(`${SAMPLES}/truck.jpg`, join(album, 'swapped.jpg'))

const world = useWorld({ samplesDir: album })
let phone: Phone

beforeEach(async () => {
  phone = await world.openPhone()
})
afterAll(() => rmSync(album, { recursive: true }))

async function recognize(sample: string): Promise<void> {
  await phone.openAlbum()
  await phone.chooseSample(sample)
  await phone.waitForRecognition()
}

test.each(['car', 'truck', 'electric', 'van'])('the form shows what stands in %s.jpg', async (sample) => {
  await recognize(sample)
  expect(await phone.readForm()).toEqual(expectedForm(sample))
  expect([...world.app.cloud.files.keys()]).toEqual([])
})

test('the form follows the bytes of the picture, not its name', async () => {
  await recognize('swapped')
  expect(await phone.readForm()).toEqual(expectedForm('truck'))
})

test('a person corrects a field, confirms, and finds the license at home', async () => {
  await recognize('car')
  await phone.fill('plateNum', '粤B12345')
  await phone.see('与主页号牌不一致')
  await phone.fill('plateNumB', '粤B12345')
  await phone.text('与主页号牌不一致').waitFor({ state: 'hidden' })
  await phone.tap('确认无误')
  await phone.see('已确认')
  expect(await phone.readForm()).toEqual({ ...expectedForm('car'), plateNum: '粤B12345', plateNumB: '粤B12345' })

  await phone.page.reload()
  await phone.seeConfirmed('粤B12345')
  await phone.text('粤B12345').click()
  expect(await phone.readForm()).toEqual({ ...expectedForm('car'), plateNum: '粤B12345', plateNumB: '粤B12345' })
})

test('a person overrules a check, and the record remembers it', async () => {
  await recognize('electric')
  await phone.fill('vin', 'SHORT')
  await phone.see('1 项待核对')
  await phone.tap('没错')
  await phone.tap('确认无误')
  await phone.see('已确认')
  expect((await phone.readForm()).vin).toBe('SHORT')
  expect(await phone.text('没错').count()).toBe(0)
})

test('a person who confirms what looks wrong is asked once more', async () => {
  await recognize('electric')
  await phone.fill('vin', 'SHORT')
  await phone.tap('其余不改，直接确认')
  await phone.see('还有 1 项没有核对')
  await phone.tap('再看看')
  expect(await phone.text('已确认').count()).toBe(0)
  await phone.tap('其余不改，直接确认')
  await phone.tap('仍然确认')
  await phone.see('已确认')
  expect((await phone.readForm()).vin).toBe('SHORT')
})

test('what was typed outlives a closed window, without another recognition', async () => {
  await recognize('electric')
  await phone.fill('owner', '张样例')
  await phone.page.reload()
  await phone.see('未完成')
  await phone.text('沪AD38617').click()
  expect(await phone.readForm()).toEqual({ ...expectedForm('electric'), owner: '张样例' })
})
