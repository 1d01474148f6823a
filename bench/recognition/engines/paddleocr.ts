import { quadOf } from '../../../miniprogram/image/quad'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { PaddleOcrService } from 'paddleocr'
import type { ReadPicture } from './engine'
import { readLines } from './extractor'
import { readDictionary, readModel, SESSION_OPTIONS } from './models'
import { decode, MAX_SIDE } from './pixels'

/** Wraps the runtime, because the library has no session options. */
const ort = {
  Tensor,
  InferenceSession: {
    create: (model: ArrayBuffer) => InferenceSession.create(model, SESSION_OPTIONS),
  },
}

/**
 * Set up as in its README, for PP-OCRv4: the v5 preset has the same preprocessing. Its detector gets the same resolution as
 * the others'; at the preset's 960 px it is faster, but misses small lines.
 */
export async function createPaddleocr(): Promise<ReadPicture> {
  const dictionary = await readDictionary()
  const service = await PaddleOcrService.createInstance({
    ort,
    modelPreset: 'PP-OCRv5_mobile',
    detection: { modelBuffer: await readModel('detector'), maxSideLength: MAX_SIDE },
    recognition: {
      modelBuffer: await readModel('recognizer'),
      charactersDictionary: [...dictionary.replace(/\n$/, '').split(/\r?\n/), ' '],
    },
    textlineOrientation: {
      modelBuffer: await readModel('classifier'),
      threshold: 0.9,
      imageHeight: 48,
      imageWidth: 192,
      resizeMode: 'pad',
      mean: [127.5, 127.5, 127.5],
      stdDeviation: [1 / 127.5, 1 / 127.5, 1 / 127.5],
    },
  })
  return async (bytes) => {
    const results = await service.recognize(await decode(bytes, 3))
    return readLines(
      results.map(({ text, confidence, box: { x, y, width, height, points } }) => ({
        text,
        score: confidence,
        box: points ?? quadOf({ left: x, top: y, right: x + width, bottom: y + height }),
      })),
    )
  }
}
