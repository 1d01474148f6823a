import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { startRuntime } from './runtime'
import type { Model, RuntimeName } from './runtime/runtime'

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

const weights = (name: string): string => fileURLToPath(new URL(`weights/${name}`, import.meta.url))

/**
 * Loads the models, about 8 MB from disk.
 *
 * @param threads - how many cores one inference may use
 * @param runtime - native unless given, and WebAssembly where that cannot be loaded
 */
export async function loadModels(threads: number, runtime?: RuntimeName): Promise<Models> {
  const characters = await readFile(weights('characters.txt'), 'utf8')
  const load = await startRuntime(threads, runtime)
  return {
    detector: await load(weights('detector.onnx')),
    classifier: await load(weights('classifier.onnx')),
    recognizer: await load(weights('recognizer.onnx')),
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

/** One small inference of each: what the runtime prepares at the first is not left to the first picture. */
export async function warmModels({ detector, classifier, recognizer }: Models): Promise<void> {
  const run = (model: Model, ...dims: [number, number, number, number]): Promise<unknown> =>
    model(new Float32Array(dims.reduce((product, size) => product * size)), dims)
  await run(detector, 1, 3, 320, 320)
  await run(classifier, 1, 3, 48, 192)
  await run(recognizer, 1, 3, 48, 320)
}
