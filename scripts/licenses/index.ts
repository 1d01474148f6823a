/** `npm run licenses` */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { main } from '../command/main'
import { drawElectronic, drawLicenses, type DrawnPicture, drawOthers } from './draw'
import { LICENSES, type Options } from './options'

type Described = Pick<DrawnPicture, 'name' | 'bytes'> & Partial<DrawnPicture>

async function extensionOf(bytes: Buffer): Promise<string> {
  const { format } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return format === 'jpeg' ? 'jpg' : format
}

async function write(out: string, { name, bytes, truth = {}, cards = {}, tags = [] }: Described): Promise<void> {
  const file = `${name}.${await extensionOf(bytes)}`
  await writeFile(join(out, file), bytes)
  await writeFile(join(out, `${name}.json`), `${JSON.stringify({ truth, cards, troubles: tags }, null, 2)}\n`)
  console.log(file)
}

function draw({ split, level, count, from, turn }: Options): AsyncIterable<Described> {
  if (level === 'others') return drawOthers(split, count, from)
  if (level === 'electronic') return drawElectronic(split, count, from, turn)
  return drawLicenses({ split, level, count, from, turn })
}

await main(LICENSES, async ({ values }) => {
  await mkdir(values.out, { recursive: true })
  for await (const picture of draw(values)) await write(values.out, picture)
  return 0
})
