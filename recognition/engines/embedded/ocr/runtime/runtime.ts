/** What runs the networks: ONNX Runtime's binary for this machine, or the same compiled to WebAssembly. */
export type RuntimeName = 'native' | 'web'

export interface Output {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** One neural network: a tensor of floats in, a tensor of floats out. The first dimension may be a batch. */
export type Model = (data: Float32Array, dims: readonly number[]) => Promise<Output>

/** Loads networks of one input and one output from their files. */
export type LoadModel = (path: string) => Promise<Model>
