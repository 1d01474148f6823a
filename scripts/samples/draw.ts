import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { printedOn } from '../licenses/forms/page'
import { SPLITS } from '../licenses/splits'
import { type Markup, openRenderer } from '../licenses/renderer'
import { ROOT } from '../paths'
import { drawHelp } from './help'
import { CAR, ELECTRIC, TRUCK, VAN } from './licenses'
import { RECEIPT } from './receipt'
import { type Sample, sheetOf } from './sheet'

const JPEG_QUALITY = 78
const STYLE = SPLITS.dev

const SAMPLES: Readonly<Record<string, Sample>> = {
  car: { seed: 'car 22', license: CAR, pages: ['main', 'duplicate'], desk: '#8b6f52' },
  truck: { seed: 'truck 8', license: TRUCK, pages: ['main', 'duplicate'], desk: '#54626e' },
  electric: { seed: 'electric 3', license: ELECTRIC, pages: ['main'], desk: '#3e4a44' },
  van: { seed: 'van 9', license: VAN, pages: ['duplicate'], desk: '#7d7468' },
}

const renderer = await openRenderer(STYLE)

async function write(path: string, markup: Markup): Promise<void> {
  const drawn = await renderer.render(markup)
  await writeFile(path, await sharp(drawn).jpeg({ quality: JPEG_QUALITY }).toBuffer())
}

try {
  for (const [name, sample] of Object.entries(SAMPLES)) {
    const path = `${ROOT}/simulator/samples/${name}`
    const license = printedOn(sample.pages, sample.license)
    await write(`${path}.jpg`, sheetOf(sample, STYLE))
    await writeFile(`${path}.json`, `${JSON.stringify({ license }, null, 2)}\n`)
    console.log(`${name}.jpg`)
  }
  await write(`${ROOT}/test/fixtures/receipt.jpg`, RECEIPT)
  await drawHelp()
} finally {
  await renderer.close()
}
