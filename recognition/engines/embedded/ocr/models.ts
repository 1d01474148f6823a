import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { ModelError } from './model-error'
import { startRuntime } from './runtime'
import type { Model, Output, RuntimeName } from './runtime/runtime'

export type { Model, Output } from './runtime/runtime'

/** PP-OCRv4 of PaddleOCR, changed as `weights/NOTICE` says. N: any number of pictures at once. */
export interface Models {
  /** N × 3 × H × W (multiples of 32) to N × 1 × H × W: how surely each pixel is in a line of text, 0..1 */
  readonly detector: Model
  /** N × 3 × 48 × 192 to N × 2: how surely a line is right side up, and upside down */
  readonly classifier: Model
  /** N × 3 × 48 × W to N × W/8 × characters + 1: how surely each character stands there; the first is none */
  readonly recognizer: Model
  /** What the recognizer's outputs mean, from its second on. */
  readonly characters: readonly string[]
}

const WEIGHTS = fileURLToPath(new URL('weights/', import.meta.url))
const CHARACTERS = 'characters.txt'

/** @throws ModelError that names the file */
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
 * Loads the models, about 8 MB from disk.
 *
 * @param threads - how many cores one inference may use
 * @param runtime - native unless given, and WebAssembly where that cannot be loaded
 * @param folder - where they are
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

/** The same models, which run no more once nobody waits for them. */
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
 * One small inference of each: what the runtime prepares at the first is not left to the first picture.
 *
 * @throws ModelError where the recognizer knows more characters than there are, or fewer: all text would come out wrong
 */
export async function warmModels({ detector, classifier, recognizer, characters }: Models): Promise<void> {
  const run = (model: Model, ...dims: [number, number, number, number]): Promise<Output> =>
    model(new Float32Array(dims.reduce((product, size) => product * size)), dims)
  await run(detector, 1, 3, 320, 320)
  await run(classifier, 1, 3, 48, 192)
  const { dims } = await run(recognizer, 1, 3, 48, 320)
  if (dims[2] !== characters.length + 1) throw new ModelError('MODEL_UNREADABLE', CHARACTERS)
}
