import type { Phone } from './phone'
import { useWorld } from './world'

/** Of text of any size (WCAG 2.2, 1.4.3) */
const LEAST_CONTRAST = 4.5

const world = useWorld()

/** Contrast of each text of the consent with what lies behind it (WCAG 2.2). */
function contrasts(popup: Element): Record<string, number> {
  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element: Element | null): string => {
    const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)'
    return element && channels(color)[3] === 0 ? behind(element.parentElement) : color
  }
  const leaves = [...popup.querySelectorAll('*')].filter(
    (element) => element.childElementCount === 0 && element.textContent.trim() !== '',
  )
  return Object.fromEntries(
    leaves.map((leaf) => {
      const [light = 0, dark = 0] = [luminance(getComputedStyle(leaf).color), luminance(behind(leaf))].sort(
        (a, b) => b - a,
      )
      return [leaf.textContent.trim(), (light + 0.05) / (dark + 0.05)]
    }),
  )
}

async function measure(phone: Phone): Promise<[string, number][]> {
  await phone.see('同意')
  // It slides in.
  await phone.page.waitForTimeout(600)
  // It has no size of its own: what is seen of it lies over the page.
  const popup = phone.screen.locator('.phone-page:not([hidden]) privacy-popup')
  return Object.entries(await popup.evaluate(contrasts))
}

test.each(['light', 'dark'] as const)(
  'the consent can be read, on each page that asks for it, in the %s',
  async (scheme) => {
    const phone = await world.openPhone()
    await phone.page.emulateMedia({ colorScheme: scheme })
    for (const way of ['拍摄行驶证', '从相册选择']) {
      await phone.tap(way)
      const measured = await measure(phone)
      expect(measured.map(([text]) => text)).toEqual(expect.arrayContaining(['隐私保护提示', '不同意', '同意']))
      expect(measured.filter(([, contrast]) => contrast < LEAST_CONTRAST)).toEqual([])
      await phone.tap('不同意')
      await phone.back()
    }
  },
)
