import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { main } from '../command/main'
import { drawElectronic, drawLicenses, drawOthers } from './draw'
import { LICENSES, type Options } from './options'

async function extensionOf(bytes: Buffer): Promise<string> {
  const { format } = await sharp(bytes, { limitInputPixels: false }).metadata()
  return format === 'jpeg' ? 'jpg' : format
}

async function write({ out }: Options, name: string, bytes: Buffer, beside: object): Promise<void> {
  const file = `${name}.${await extensionOf(bytes)}`
  await writeFile(join(out, file), bytes)
  await writeFile(join(out, `${name}.json`), `${JSON.stringify(beside, null, 2)}\n`)
  console.log(file)
}

async function run(options: Options): Promise<void> {
  const { split, level, count, from, turn, out } = options
  await mkdir(out, { recursive: true })
  if (level === 'others') {
    const others = drawOthers(split, count, from)
    for await (const { name, bytes } of others)
      await write(options, name, bytes, { truth: {}, cards: {}, troubles: [] })
    return
  }
  const drawn =
    level === 'electronic'
      ? drawElectronic(split, count, from, turn)
      : drawLicenses({ split, level, count, from, turn })
  for await (const { name, bytes, ...beside } of drawn) await write(options, name, bytes, beside)
}

await main(LICENSES, async ({ values }) => {
  await run(values)
  return 0
})
