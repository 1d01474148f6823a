import Ocr from '@gutenye/ocr-node'
import { quadOfPairs } from './corners'
import type { ReadPicture } from './engine'
import { readLines } from './extractor'
import { SESSION_OPTIONS } from './models'
import { MAX_SIDE, toTiff } from './pixels'

/** Set up as in its README, with its own models. It accepts bytes as well as a path. */
export async function createOcrNode(): Promise<ReadPicture> {
  const ocr = await Ocr.create({ onnxOptions: SESSION_OPTIONS })
  return async (bytes) => {
    const lines = await ocr.detect(await toTiff(bytes, MAX_SIDE))
    return readLines(
      lines.flatMap(({ text, mean, box }) => (box ? [{ text, score: mean, box: quadOfPairs(box) }] : [])),
    )
  }
}
