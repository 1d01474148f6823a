/** Error codes of WeChat's cloud, the same in its client and its server SDK. */
export const CLOUD_CODES = {
  FUNCTION_NOT_FOUND: -501000,
  SYSTEM_ERROR: -501001,
  INVALID_PARAMETER: -501007,
  FILE_NOT_FOUND: -503003,
  FUNCTION_FAILED: -504002,
  FUNCTION_TIMED_OUT: -504003,
} as const

/** An error as `wx.cloud` reports it. */
export class CloudError extends Error {
  override readonly name = 'CloudError'

  constructor(
    readonly errCode: number,
    readonly errMsg: string,
    readonly status = 500,
  ) {
    super(errMsg)
  }
}
