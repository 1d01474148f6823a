import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { launchChromium } from '../chromium'
import { draw } from './draw'
import { fieldsOf } from './layout'
import { CAR, ELECTRIC, TRUCK, VAN } from './licenses'
import { RECEIPT_HTML, type Sheet, sheetHtml } from './template'

const root = fileURLToPath(new URL('../../', import.meta.url))
const JPEG_QUALITY = 78

const SAMPLES: Readonly<Record<string, Sheet>> = {
  car: { license: CAR, pages: ['main', 'duplicate'], desk: '#8b6f52' },
  truck: { license: TRUCK, pages: ['main', 'duplicate'], desk: '#54626e' },
  electric: { license: ELECTRIC, pages: ['main'], desk: '#3e4a44' },
  van: { license: VAN, pages: ['duplicate'], desk: '#7d7468' },
}

/** What of a license stands on the pages that are drawn. */
function truthOf({ license, pages }: Sheet): VehicleLicense {
  const keys = pages.flatMap((page) => fieldsOf(page).map((field) => field.key))
  return Object.fromEntries(keys.flatMap((key) => (license[key] === undefined ? [] : [[key, license[key]]])))
}

const browser = await launchChromium()
try {
  for (const [name, sheet] of Object.entries(SAMPLES)) {
    const path = `${root}simulator/samples/${name}`
    await writeFile(`${path}.jpg`, await draw(browser, sheetHtml(sheet), JPEG_QUALITY))
    await writeFile(`${path}.json`, `${JSON.stringify({ license: truthOf(sheet) }, null, 2)}\n`)
    console.log(`${name}.jpg`)
  }
  await writeFile(`${root}test/fixtures/receipt.jpg`, await draw(browser, RECEIPT_HTML, JPEG_QUALITY))
} finally {
  await browser.close()
}
