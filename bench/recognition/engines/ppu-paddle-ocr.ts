import { quadOf } from '../../../miniprogram/image/quad'
import { PaddleOcrService } from 'ppu-paddle-ocr'
import type { ReadPicture } from './engine'
import { readLines } from './extractor'
import { readDictionary, readModel, SESSION_OPTIONS } from './models'
import { toPng } from './pixels'

/** A class of the recognizer of PP-OCRv4 that its dictionary leaves out. */
const SPACE = '\n '

/**
 * As its README has it: the detector chooses by the picture how closely it looks, up to 1920 px. Its own model,
 * PP-OCRv6 tiny, is downloaded at run time and in no package; PP-OCRv4 is in its catalogue as well.
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
    // Its cache tells pictures apart by their first KB and their size, which uncompressed ones have in common.
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
