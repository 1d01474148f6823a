import { greedyDecode } from '../../recognition/engines/embedded/ocr/ctc'
import sharp from 'sharp'
import { detectLevelLines, DETECTOR_STRIDE } from '../../recognition/engines/embedded/ocr/detect'
import { loadModels } from '../../recognition/engines/embedded/ocr/models'
import { recognizeLines } from '../../recognition/engines/embedded/ocr/recognize'

/** px */
const WIDTH = 960
const MARGIN = 64

/** The lines of text in a picture, as far as they can be read without knowing what they are. */
async function readText(picture: string): Promise<string[]> {
  const models = await loadModels(1)
  const wide = await sharp(picture).flatten().resize({ width: WIDTH }).toBuffer({ resolveWithObject: true })
  const { data, info } = await sharp(wide.data)
    .extend({
      top: MARGIN,
      bottom: MARGIN + DETECTOR_STRIDE - (wide.info.height % DETECTOR_STRIDE),
      background: '#ffffff',
    })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = { data: new Uint8Array(data), width: info.width, height: info.height }
  const boxes = await detectLevelLines({ ...pixels, rgb: pixels.data }, models.detector)
  const lines = await recognizeLines(pixels, boxes, models)
  return lines.map(({ steps }) =>
    greedyDecode(steps)
      .map(({ text }) => text)
      .join(''),
  )
}

// A program of its own: the runtime of the networks takes no arrays of a test's sandbox.
const [, , picture = ''] = process.argv
console.log((await readText(picture)).join('\n'))
