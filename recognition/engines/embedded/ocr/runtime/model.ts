import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Model } from './runtime'

/** @throws Error without an input and an output, or if the output is not float32 */
export function modelOf(session: InferenceSession, Floats: typeof Tensor): Model {
  const [input, output] = [session.inputNames[0], session.outputNames[0]]
  if (input === undefined || output === undefined) throw new Error('model has no input or no output')
  return async (data, dims) => {
    const result = (await session.run({ [input]: new Floats('float32', data, dims) }))[output]
    if (!(result?.data instanceof Float32Array)) throw new Error('model output is not float32')
    return { data: result.data, dims: result.dims }
  }
}
