import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { LINE_HEIGHT } from './line'
import { ModelError } from './model-error'
import { startRuntime } from './runtime'
import type { Model, Output, RuntimeName } from './runtime/runtime'

export type { Model, Output } from './runtime/runtime'

/** PP-OCRv4, changed as `weights/NOTICE` says. N is the batch size. */
export interface Models {
  /** N × 3 × H × W (multiples of 32) to N × 1 × H × W: probability that a pixel is text */
  readonly detector: Model
  /** N × 3 × 48 × 192 to N × 2: probabilities that a line is upright, and upside down */
  readonly classifier: Model
  /** N × 3 × 48 × W to N × W/8 × (characters + 1): probability of each class; class 0 is the CTC blank */
  readonly recognizer: Model
  /** The recognizer's classes from 1. */
  readonly characters: readonly string[]
}

const WEIGHTS = fileURLToPath(new URL('weights/', import.meta.url))
const CHARACTERS = 'characters.txt'

/** @throws ModelError */
async function loadFile<T>(folder: string, name: string, load: (path: string) => Promise<T>): Promise<T> {
  const path = join(folder, name)
  await access(path).catch((cause: unknown) => {
    throw new ModelError('MODEL_MISSING', name, cause)
  })
  return load(path).catch((cause: unknown) => {
    throw new ModelError('MODEL_UNREADABLE', name, cause)
  })
}

/**
 * Loads about 8 MB.
 *
 * @param threads per inference
 * @param runtime default: native, with WebAssembly as fallback
 * @throws ModelError
 */
export async function loadModels(threads: number, runtime?: RuntimeName, folder = WEIGHTS): Promise<Models> {
  const characters = await loadFile(folder, CHARACTERS, (path) => readFile(path, 'utf8'))
  const load = await startRuntime(threads, runtime)
  return {
    detector: await loadFile(folder, 'detector.onnx', load),
    classifier: await loadFile(folder, 'classifier.onnx', load),
    recognizer: await loadFile(folder, 'recognizer.onnx', load),
    characters: [...characters.trimEnd().split(/\r?\n/), ' '],
  }
}

/** The same models, which throw `CANCELLED` instead of running once cancelled. */
export function cancellable(models: Models, cancelled: () => boolean): Models {
  const guard =
    (model: Model): Model =>
    async (data, dims) => {
      if (cancelled()) throw new RecognitionError('CANCELLED')
      return model(data, dims)
    }
  const { detector, classifier, recognizer } = models
  return { ...models, detector: guard(detector), classifier: guard(classifier), recognizer: guard(recognizer) }
}

/**
 * Runs each model once, so that the first picture does not pay for initialization.
 *
 * @throws ModelError if the number of characters does not match the recognizer
 */
export async function warmModels({ detector, classifier, recognizer, characters }: Models): Promise<void> {
  const run = (model: Model, ...dims: [number, number, number, number]): Promise<Output> =>
    model(new Float32Array(dims.reduce((product, size) => product * size)), dims)
  await run(detector, 1, 3, 320, 320)
  await run(classifier, 1, 3, LINE_HEIGHT, 192)
  const { dims } = await run(recognizer, 1, 3, LINE_HEIGHT, 320)
  if (dims[2] !== characters.length + 1) throw new ModelError('MODEL_UNREADABLE', CHARACTERS)
}
