import { init, setOCREnv } from 'esearch-ocr'
import * as ort from 'onnxruntime-node'
import { createCanvas, type RgbaImage } from './canvas'
import { quadOfPairs } from './corners'
import type { ReadPicture } from './engine'
import { readLines } from './extractor'
import { readDictionary, readModel, SESSION_OPTIONS } from './models'
import { decode, MAX_SIDE } from './pixels'

/** Set up as in its README, without its orientation classifier, whose model is not on npm. */
export async function createEsearchOcr(): Promise<ReadPicture> {
  setOCREnv({
    canvas: createCanvas,
    imageData: (data: Uint8ClampedArray, width: number, height: number): RgbaImage => ({ data, width, height }),
  })
  const engine = await init({
    ort,
    ortOption: SESSION_OPTIONS,
    det: { input: await readModel('detector') },
    rec: { input: await readModel('recognizer'), decodeDic: await readDictionary() },
  })
  return async (bytes) => {
    const { data, width, height } = await decode(bytes, 4, MAX_SIDE)
    const { src } = await engine.ocr({ data: new Uint8ClampedArray(data), width, height })
    return readLines(src.map(({ text, mean, box }) => ({ text, score: mean, box: quadOfPairs(box) })))
  }
}
