import { ERRORS, type ErrorCode } from '../../miniprogram/vehicle-license/errors'
import { bilingual } from '../../miniprogram/strings'

/** What the contract answers for an error. */
export const errorReply = (code: ErrorCode, wechatCode?: number) => ({
  ok: false,
  error: {
    code,
    message: bilingual(ERRORS[code]),
    retryable: ERRORS[code].retryable,
    ...(wechatCode !== undefined && { wechatCode }),
  },
})
