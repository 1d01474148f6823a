/** A file of the networks is not there, or cannot be made a network of: it is damaged, or memory or a right is missing. */
export type ModelErrorCode = 'MODEL_MISSING' | 'MODEL_UNREADABLE'

/** On its way out of a thread an error loses its class, and keeps its own properties. */
export class ModelError extends Error {
  override readonly name = 'ModelError'

  /** @param modelFile - its name without its folder, so that it can be logged */
  constructor(
    readonly code: ModelErrorCode,
    readonly modelFile: string,
    cause?: unknown,
  ) {
    super(`${code}: ${modelFile}`, { cause })
  }
}
