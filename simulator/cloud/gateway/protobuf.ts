import protobuf from 'protobufjs'
import type { OpenapiCall } from '../openapi/call'

/** The messages of `wx.openApi` that the SDK uses over HTTP. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`)
const Request = root.lookupType('CommApiData')
const Reply = root.lookupType('CommOpenApiResp')

interface Pair {
  readonly key: string
  readonly value: Buffer
  readonly contenttype: string
  readonly filename: string
}

/**
 * Decodes the parameters of a call: a value with a filename is raw bytes, any other is JSON. The content type is empty,
 * because the SDK (4.0.2) misspells the field; only the filename's extension tells it.
 */
export function decodeCall(api: string, data: Buffer): OpenapiCall {
  const message = Request.toObject(Request.decode(data), { bytes: Buffer, arrays: true, defaults: true }) as {
    openapiData: { pairs: readonly Pair[] } | null
  }
  const pairs = message.openapiData?.pairs ?? []
  const values = new Map(pairs.filter(({ filename }) => !filename).map(({ key, value }) => [key, parse(value)]))
  const img = pairs.find(({ key, filename }) => key === 'img' && filename)
  return {
    api,
    wire: 'cloud',
    type: values.get('type'),
    imgUrl: values.get('img_url'),
    ...(img && { img: { bytes: img.value, contentType: img.contenttype, filename: img.filename } }),
  }
}

const parse = (value: Buffer): unknown => JSON.parse(value.toString())

const encode = (fields: Record<string, unknown>): Buffer => Buffer.from(Reply.encode(Reply.create(fields)).finish())

export const encodeJson = (json: object): Buffer =>
  encode({ respData: Buffer.from(JSON.stringify(json)), contentType: 'application/json; charset=UTF-8', httpCode: 200 })

export const encodeErrorCode = (errorCode: number): Buffer => encode({ errorCode })
