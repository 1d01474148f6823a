import { quadOf } from '../../../miniprogram/image/quad'
import { PaddleOcrService } from 'ppu-paddle-ocr'
import type { ReadPicture } from './engine'
import { readLines } from './extractor'
import { readDictionary, readModel, SESSION_OPTIONS } from './models'
import { toPng } from './pixels'

/** A class of the PP-OCRv4 recognizer that is missing in its dictionary. */
const SPACE = '\n '

/**
 * Set up as in its README: the detector chooses its resolution, up to 1920 px. Uses PP-OCRv4 from its catalog, because its
 * default, PP-OCRv6 tiny, is only available as a download.
 */
export async function createPpuPaddleOcr(): Promise<ReadPicture> {
  const service = new PaddleOcrService({
    model: {
      detection: await readModel('detector'),
      recognition: await readModel('recognizer'),
      charactersDictionary: new TextEncoder().encode((await readDictionary()) + SPACE).buffer,
    },
    session: SESSION_OPTIONS,
  })
  await service.initialize()
  return async (bytes) => {
    // Its cache compares only the size and the first KB, which uncompressed pictures share.
    const { results } = await service.recognize(await toPng(bytes), { flatten: true, noCache: true })
    return readLines(
      results.map(({ text, confidence, box: { x, y, width, height } }) => ({
        text,
        score: confidence,
        box: quadOf({ left: x, top: y, right: x + width, bottom: y + height }),
      })),
    )
  }
}
