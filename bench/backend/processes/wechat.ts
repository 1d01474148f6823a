/** A fast mock of api.weixin.qq.com with constant replies. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HTTPS_PATH, LOGIN_PATH, TOKEN_PATH } from '../../../recognition/wechat/api'

const REPLIES: Readonly<Record<string, string>> = {
  [TOKEN_PATH]: JSON.stringify({ access_token: 'token', expires_in: 7200 }),
  [LOGIN_PATH]: JSON.stringify({ openid: 'o-bench', session_key: 'none' }),
  [HTTPS_PATH]: JSON.stringify({ errcode: 0, errmsg: 'ok', plate_num: '京A12345', vehicle_type: '小型轿车' }),
}

const server = createServer((request, response) => {
  const [path = ''] = (request.url ?? '').split('?')
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(REPLIES[path])
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
