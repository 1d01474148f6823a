/** A call of WeChat's OCR, whichever wire it came by. */
export interface OpenapiCall {
  readonly api: string
  readonly wire: 'cloud' | 'https'
  readonly type?: unknown
  readonly imgUrl?: unknown
  readonly img?: { readonly bytes: Buffer; readonly contentType: string; readonly filename: string }
}

/** What is answered, or not. Only the first is what WeChat's OCR itself says; the others go wrong before it. */
export type OpenapiReply =
  | { readonly json: object }
  /** The cloud's own code, of a call that never reached the API. */
  | { readonly errorCode: number }
  | { readonly gatewayError: { readonly code: string; readonly message: string } }
  /** Another status than 200, and nothing else. */
  | { readonly status: number }
  /** Half of a reply, and then the connection is cut off. */
  | 'reset'
  /** Half of a reply, as if it were whole. */
  | 'truncated'
  | 'not-json'
  | 'empty'
  | 'hang'

/** Answers in the place of WeChat, for trying out what goes wrong; `undefined` leaves the call alone. */
export type Fault = (call: OpenapiCall) => OpenapiReply | undefined

/** WeChat's form of an error. */
export const failure = (errcode: number, errmsg: string): OpenapiReply => ({ json: { errcode, errmsg } })
