/** Unreadable: damaged, no permission, or out of memory. */
export type ModelErrorCode = 'MODEL_MISSING' | 'MODEL_UNREADABLE'

/** Structured cloning out of a thread drops the class, and keeps these properties. */
export class ModelError extends Error {
  override readonly name = 'ModelError'

  /** @param modelFile base name, safe to log */
  constructor(
    readonly code: ModelErrorCode,
    readonly modelFile: string,
    cause?: unknown,
  ) {
    super(`${code}: ${modelFile}`, { cause })
  }
}
