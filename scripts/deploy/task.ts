/** Passed on a command line, so it holds no secret: the key stays in its file. */
export interface DeployTask {
  readonly appid: string
  readonly keyFile: string
  /** ID of the cloud environment */
  readonly environment: string
}

export interface UploadedFunction {
  readonly name: string
  /** Only of functions with a timer. */
  readonly timer?: 'set' | 'not set'
}
