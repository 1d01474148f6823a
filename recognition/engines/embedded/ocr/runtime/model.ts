import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Model } from './runtime'

/** A network as a function. @throws Error when it has not one input and one output, or does not answer floats */
export function modelOf(session: InferenceSession, Floats: typeof Tensor): Model {
  const [input, output] = [session.inputNames[0], session.outputNames[0]]
  if (input === undefined || output === undefined) throw new Error('not a network of one input and one output')
  return async (data, dims) => {
    const result = (await session.run({ [input]: new Floats('float32', data, dims) }))[output]
    if (!(result?.data instanceof Float32Array)) throw new Error('not a network that answers floats')
    return { data: result.data, dims: result.dims }
  }
}
