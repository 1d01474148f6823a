import { Type } from 'typebox'

/** Any reply, errors included. */
export const WechatReply = Type.Unsafe<object>(
  Type.Object(
    { errcode: Type.Optional(Type.Integer()), errmsg: Type.Optional(Type.String()) },
    { additionalProperties: true },
  ),
)
