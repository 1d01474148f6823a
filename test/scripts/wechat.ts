import { createServer as createHttp } from 'node:http'
import { createServer as createHttps, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import sharp from 'sharp'
import { encode } from 'uqr'

const HOST = 'servicewechat.com'
/** Hosts reached through the proxy. */
const HOSTS = [HOST, 'api.weixin.qq.com', 'scf.tencentcloudapi.com']

/** WeChat's attributes of an ordinary project. */
const ATTRIBUTES = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

const REPLIES: Readonly<Record<string, object>> = {
  '/wxa/ci/getrandstr': { errCode: 0, data: { randomString: 'random' } },
  '/wxa/ci/getattr': { errCode: 0, data: ATTRIBUTES },
  '/wxa/ci/getwhiteextlist': { errCode: 0, data: {} },
}

export const QR_CONTENT = 'https://mp.weixin.qq.com/a/~preview~'

/** The preview's QR code, a JPEG like WeChat's, 8 px per module. */
async function drawQrCode(): Promise<Buffer> {
  const { data, size } = encode(QR_CONTENT, { border: 4 })
  const pixels = Buffer.from(data.flat().map((isDark) => (isDark ? 0 : 255)))
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * 8, size * 8, { kernel: 'nearest' })
    .jpeg()
    .toBuffer()
}

export interface StandIn {
  /** For HTTPS_PROXY. */
  readonly proxy: string
  /** PEM, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string
  /** Size in bytes of each package received. */
  readonly received: { readonly path: string; readonly bytes: number }[]
  close(): void
}

export interface Asked {
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  /** Parsed JSON, or else the text. */
  readonly body: unknown
  /** The raw body. */
  readonly sent: Buffer
}

/** Overrides the stand-in's reply; `undefined` keeps it. */
export type Answer = (asked: Asked) => object | undefined

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function serve(
  tls: { private: string; cert: string },
  failure: object | undefined,
  received: StandIn['received'],
  answer: Answer,
  qrCode: Buffer,
): Server {
  return createHttps({ key: tls.private, cert: tls.cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', `https://${HOST}`)
      const sent = Buffer.concat(chunks)
      const bytes = sent.length
      const answered = answer({ host: request.headers.host ?? '', path, query, body: parse(sent.toString()), sent })
      if (!(path in REPLIES)) received.push({ path, bytes })
      const body = {
        qrcode_img: qrCode.toString('base64'),
        subpackage_info: [{ name: '__FULL__', size: bytes }],
        ext_plugin_info: [],
        respBody: {},
      }
      response.end(JSON.stringify(failure ?? answered ?? REPLIES[path] ?? { errCode: 0, errcode: 0, body }))
    })
  })
}

/** Mocks the servers that miniprogram-ci talks to, behind a proxy on loopback. */
export async function startWechat(failure?: object, answer: Answer = () => undefined): Promise<StandIn> {
  const tls = await generate([{ name: 'commonName', value: HOST }], {
    extensions: [{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) }],
  })
  const received: StandIn['received'] = []
  const https = serve(tls, failure, received, answer, await drawQrCode())
  const proxy = createHttp()
  proxy.on('connect', (_, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    https.emit('connection', socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    certificate: tls.cert,
    received,
    close() {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
