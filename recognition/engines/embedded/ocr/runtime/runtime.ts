/** ONNX Runtime as a native binary, or compiled to WebAssembly. */
export type RuntimeName = 'native' | 'web'

export interface Output {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** A network with one float32 input and output; dimension 0 is the batch. */
export type Model = (data: Float32Array, dims: readonly number[]) => Promise<Output>

export type LoadModel = (path: string) => Promise<Model>
