import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../../scripts/process/tsx'
import { expectedForm } from './phone'
import { useWorld } from './world'

/** The mini program as miniprogram-ci hands it to WeChat, in the place of its source. */
const folder = mkdtempSync(join(tmpdir(), 'compiled-'))
beforeAll(async () => {
  const { status, output } = await runScript('scripts/miniprogram/compile.ts', [folder])
  expect({ status, output }).toMatchObject({ status: 0 })
})
afterAll(() => rmSync(folder, { recursive: true }))

const world = useWorld({ miniprogramDir: folder })

test('what is uploaded runs: a license is read, turned to in its subpackage, and confirmed', async () => {
  const phone = await world.openPhone()
  await phone.openAlbum()
  await phone.read('car')
  expect(await phone.readForm()).toEqual(expectedForm('car'))
  await phone.screen.locator('license-pictures wx-image').first().click()
  await phone.see('旋转')
  await phone.tap('完成')
  await phone.tap('确认无误')
  await phone.see('已确认')
})
