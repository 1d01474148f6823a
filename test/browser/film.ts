import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import sharp, { type Sharp } from 'sharp'
import { SAMPLES } from './samples'

/** px, upright as a phone's camera. */
const WIDTH = 960
const HEIGHT = 1280
const TABLE = '#8b6f52'
/** Of the fake camera, which plays what it is given. */
const FRAMES_PER_SECOND = 30

/** Where the pages lie in the samples that show both, px. */
const PAGES = {
  main: { left: 60, top: 60, width: 1056, height: 720 },
  duplicate: { left: 60, top: 816, width: 1056, height: 720 },
}

/** A page of a sample, cut out. */
export const pageOf = (sample: string, page: keyof typeof PAGES): Sharp =>
  sharp(`${SAMPLES}/${sample}.jpg`).extract(PAGES[page])

interface Look {
  /** px of the card; 720 are seen at most, the sides are beyond the screen */
  readonly width?: number
  readonly blurPx?: number
}

/** What the camera sees: a card on a table, or the table alone. */
export async function see(card?: Sharp, { width = 640, blurPx = 0 }: Look = {}): Promise<Buffer> {
  const table = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: TABLE } })
  const layers = []
  if (card) {
    const { data, info } = await card.clone().resize({ width }).png().toBuffer({ resolveWithObject: true })
    const left = Math.round((WIDTH - info.width) / 2)
    const top = Math.round((HEIGHT - info.height) / 2)
    layers.push({ input: data, left, top })
  }
  const scene = sharp(await table.composite(layers).png().toBuffer())
  return (blurPx > 0 ? scene.blur(blurPx) : scene).jpeg({ quality: 88, chromaSubsampling: '4:2:0' }).toBuffer()
}

/** Pictures and how long each is seen, in seconds. */
export type Scene = readonly [picture: Buffer, seconds: number]

/** Films that are deleted with `close`. */
export class Films {
  private readonly folder = mkdtempSync(join(tmpdir(), 'films-'))

  /** Path of a film that the fake camera plays again and again, from its beginning each time it is opened. */
  async make(name: string, scenes: readonly Scene[]): Promise<string> {
    const path = join(this.folder, `${name}.mjpeg`)
    // A camera that is open goes on with the film that it has.
    rmSync(path, { force: true })
    const file = createWriteStream(path)
    for (const [picture, seconds] of scenes)
      for (let frame = 0; frame < Math.max(1, Math.round(seconds * FRAMES_PER_SECOND)); frame++) file.write(picture)
    file.end()
    await finished(file)
    return path
  }

  close(): void {
    rmSync(this.folder, { recursive: true })
  }
}

/** Flags of a browser whose camera plays a film, and which a person allows to be used. */
export const playing = (film: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]
