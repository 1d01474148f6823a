/** Which functions go where. Holds no secret: the key stays in its file. */
export interface FunctionsOrder {
  readonly appid: string
  readonly keyFile: string
  /** ID of the cloud environment */
  readonly environment: string
}

/** A function that WeChat took. */
export interface HandedFunction {
  readonly name: string
  /** Of one that has a timer. */
  readonly timer?: 'set' | 'not set'
}
