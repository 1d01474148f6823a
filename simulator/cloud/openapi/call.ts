/** A call of WeChat's OCR, from a cloud function or over HTTPS. */
export interface OpenapiCall {
  readonly api: string
  readonly wire: 'cloud' | 'https'
  readonly type?: unknown
  readonly imgUrl?: unknown
  readonly img?: { readonly bytes: Buffer; readonly contentType: string; readonly filename: string }
}

/** Only the first is a response of WeChat's OCR; the others are failures before it. */
export type OpenapiReply =
  | { readonly json: object }
  /** The cloud's code of a call that did not reach the API. */
  | { readonly errorCode: number }
  | { readonly gatewayError: { readonly code: string; readonly message: string } }
  /** A status other than 200 with an empty body. */
  | { readonly status: number }
  /** Half of a response, then a connection reset. */
  | 'reset'
  /** Half of a response, sent as complete. */
  | 'truncated'
  | 'not-json'
  | 'empty'
  | 'hang'

/** Injects a reply in tests; `undefined` lets the call pass. */
export type Fault = (call: OpenapiCall) => OpenapiReply | undefined

/** WeChat's error format. */
export const failure = (errcode: number, errmsg: string): OpenapiReply => ({ json: { errcode, errmsg } })
