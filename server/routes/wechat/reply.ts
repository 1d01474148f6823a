import { Type } from 'typebox'

/** Whatever WeChat answers: its errors too come with status 200. */
export const WechatReply = Type.Unsafe<object>(
  Type.Object(
    { errcode: Type.Optional(Type.Integer()), errmsg: Type.Optional(Type.String()) },
    { additionalProperties: true },
  ),
)
