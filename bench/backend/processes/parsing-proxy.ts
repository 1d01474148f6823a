/** The minimum of the server's work: extracts the picture from the form and forwards it to WeChat. */
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { Agent, FormData, request } from 'undici'
import { HTTPS_PATH } from '../../../recognition/wechat/api'

const wechat = `${process.env.WECHAT_BASE_URL ?? ''}${HTTPS_PATH}?type=photo&access_token=token`
const dispatcher = new Agent({ connections: 128 })
const app = Fastify()
await app.register(multipart, { limits: { fileSize: 2_000_000 } })
app.post('/vehicle-license', async (asked, reply) => {
  const image = await asked.file()
  const bytes = new Uint8Array((await image?.toBuffer()) ?? [])
  const body = new FormData()
  body.append('img', new Blob([bytes], { type: 'image/jpeg' }), 'license.jpg')
  const answer = await request(wechat, { method: 'POST', body, dispatcher })
  return reply.type('application/json').send(await answer.body.text())
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
