import sharp from 'sharp'
import { WARNINGS } from '../../miniprogram/vehicle-license/warnings'
import { SAMPLES } from './phone'
import { useWorld } from './world'

const world = useWorld({ backEnd: 'server', environment: { ENGINE: 'embedded', REQUEST_BUDGET_MS: '60000' } })

test('what is wrong with the picture stands above the form until the license is confirmed', async () => {
  const dark = await sharp(`${SAMPLES}/van.jpg`).linear(0.25, 0).jpeg().toBuffer()
  const phone = await world.openPhone()
  await phone.openAlbum()
  await phone.chooseFile({ name: 'dark.jpg', mimeType: 'image/jpeg', buffer: dark })
  await phone.waitForRecognition()

  const { zh } = WARNINGS.TOO_DARK
  await phone.see(zh)
  expect(await phone.screen.locator('picture-warnings').allInnerTexts()).toEqual([zh])
  const { plateNumB = '' } = await phone.readForm()

  // It is kept with the license.
  await phone.page.reload()
  await phone.tap(plateNumB)
  await phone.see(zh)

  // The main page is missing, and what is hard to read may want a look.
  await phone.tap('其余不改，直接确认')
  await phone.tap('仍然确认')
  await phone.see('已确认')
  expect(await phone.text(zh).count()).toBe(0)
})
